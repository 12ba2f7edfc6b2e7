"""`sempre keys …`: the data keys, rotated while `serve` runs, and their copy on paper."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot import keyring_text, keys, recovery, settings
from bot.clock import clock
from bot.problem import Problem, WrongUsage
from bot.settings import Settings, WrongSettings
from storage import health, migrations, resealing, upkeep
from storage.database import Database, open_database
from storage.sealed import LOOK_SECONDS, Keyring, Unopened

TRIES = 3

FIRST_STEPS = "Now: `sempre keys recovery` prints the copy to keep, `sempre keys confirm` asks for it."


def run(arguments: argparse.Namespace) -> int:
    current = settings.load()
    match arguments.action:
        case "status":
            asyncio.run(_status(current))
        case "rotate":
            asyncio.run(_rotate(current, arguments.later))
        case "retire":
            asyncio.run(_retire(current, arguments.anyway))
        case "recovery":
            _recovery(current, arguments.out)
        case "confirm":
            asyncio.run(_confirm(current))
        case "restore":
            asyncio.run(_restore(current))
    return 0


@asynccontextmanager
async def _opened(current: Settings, keyring: Keyring) -> AsyncIterator[Database | None]:
    """The database, if it is there and has the tables of this version."""
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        yield None
        return
    database = open_database(current.database, keyring, renewed=keys.renewal(current))
    try:
        async with database.read() as conn:
            fits = await health.revision(conn) == migrations.newest()
        yield database if fits else None
    finally:
        await database.close()


def _needed(database: Database | None) -> Database:
    if database is None:
        raise Problem("There is no database of this version yet. Start `sempre serve` once.")
    return database


# -- rotation -------------------------------------------------------------------------------------


async def _status(current: Settings) -> None:
    ring = keys.ring(current)
    where = "SEMPRE_DATA_KEY" if current.data_key else str(keys.data_file(current))
    async with _opened(current, ring) as database:
        done = {}
        if database is not None:
            async with database.read() as conn:
                done = dict(await upkeep.done(conn))
    since = done.get(upkeep.SEALING)
    known = f" since {since.at:%Y-%m-%d}" if since and since.value == f"{ring.number}:{ring.fingerprint}" else ""
    print(f"Data key {ring.number} seals{known}. It stands in {where}.")
    if (waits := keyring_text.waiting(ring)) is not None:
        print(f"Data key {waits} waits; `sempre keys rotate` lets it seal.")
    older = [number for number in ring.numbers if number < ring.number]
    left = resealing.progress(done, ring) if older else []
    for number in older:
        said = f"still needed for {', '.join(left)}" if left else "not needed any more: `sempre keys retire`"
        print(f"Data key {number} still opens; {said}.")
    print(_confirmed(done.get(upkeep.RECOVERY), ring))


def _confirmed(seen: upkeep.Done | None, ring: Keyring) -> str:
    if seen is None or seen.value != ring.fingerprint:
        return "Nobody has confirmed a recovery copy of it: `sempre keys recovery`, then `sempre keys confirm`."
    return f"Its recovery copy was confirmed on {seen.at:%Y-%m-%d}."


async def _rotate(current: Settings, later: bool) -> None:
    with keys.changing(current):
        ring = keys.ring(current)
        if later and keyring_text.waiting(ring) is not None:
            raise Problem("A new data key waits already. `sempre keys rotate` lets it seal.")
        try:
            new = keyring_text.rotated(ring, later=later)
        except keyring_text.NoMoreNumbers:
            raise Problem("255 data keys were in use, and no further number fits.") from None
        if not _kept(current, new):
            _tell_to_set(current, ring, new, later)
            return
    if later:
        print(
            f"Data key {keyring_text.waiting(new)} is in {keys.data_file(current)} and waits. "
            "Bring that file to every machine that runs Sempre, then `sempre keys rotate` once more."
        )
        return
    async with _opened(current, new) as database:
        if database is not None:
            async with database.write() as conn:
                await upkeep.note_keys(conn, new, clock(current)())
    print(
        f"Data key {new.number} seals from now on; a running `sempre serve` notices within seconds, and seals with it "
        f"what older keys sealed. `sempre keys status` says how far it is.\n{FIRST_STEPS}"
    )


def _kept(current: Settings, ring: Keyring) -> bool:
    """Whether the keyring stands in its file now; False where that is not ours to write."""
    if current.data_key is not None:
        return False
    try:
        keys.keep(current, ring)
    except OSError:
        return False
    return True


def _tell_to_set(current: Settings, ring: Keyring, new: Keyring, later: bool) -> None:
    """The one place where keys are shown unasked: who gives them to Sempre has to have them."""
    where = "SEMPRE_DATA_KEY" if current.data_key else f"{keys.data_file(current)}, which cannot be written to here,"
    print(f"{where} is given to Sempre from outside, so nothing was changed. Do this:\n")
    if later or keyring_text.waiting(ring) is None:
        first = keyring_text.rotated(ring, later=True) if later else _waits(ring, new)
        print(f"1. With several machines, first let all of them know the new key. Give each of them this value,\n"
              f"   and start `sempre serve` again:\n\n   {keyring_text.write(first, ',')}\n")  # fmt: skip
    if not later:
        print(f"2. Then let it seal. Give each machine this value, and start `sempre serve` again:\n\n"
              f"   {keyring_text.write(new, ',')}\n")  # fmt: skip
    print(f"3. `sempre keys status` says when the old key is not needed any more. {FIRST_STEPS}")


def _waits(ring: Keyring, new: Keyring) -> Keyring:
    """The new keyring as long as the old key seals."""
    keys_of = {number: new.key(number) for number in new.numbers if number != ring.number}
    return Keyring(ring.key(ring.number), ring.number, keys_of, ring.hash_key)


async def _retire(current: Settings, anyway: bool) -> None:
    with keys.changing(current):
        ring = keys.ring(current)
        if (waits := keyring_text.waiting(ring)) is not None:
            raise Problem(f"Data key {waits} waits to be used. First let it seal: `sempre keys rotate`.")
        if len(ring.numbers) == 1:
            print(f"Data key {ring.number} is the only one. Nothing is to be done.")
            return
        async with _opened(current, ring) as found:
            database = _needed(found)
            async with database.read() as conn:
                done = await upkeep.done(conn)
            if not anyway:
                _copied(done.get(upkeep.RECOVERY), ring)
            if upkeep.BACKUP in done and done[upkeep.BACKUP].value != str(ring.number):
                raise Problem(
                    f"The newest backup opens with data key {done[upkeep.BACKUP].value} alone. "
                    "Make a new one first: `sempre backup FILE`."
                )
            await _noticed(current)
            try:
                await resealing.finish(database, clock(current)())
            except resealing.Behind:
                raise Problem(
                    "A running Sempre still seals with an older key. See that it has the newest keys, and try again."
                ) from None
        new = keyring_text.alone(ring)
        gone = ", ".join(str(number) for number in ring.numbers[1:])
        if _kept(current, new):
            print(f"Nothing is sealed with data key {gone} any more, and it was dropped.")
        else:
            print(f"Nothing is sealed with data key {gone} any more. Give Sempre this value, and start it again:\n\n"
                  f"   {keyring_text.write(new, ',')}\n")  # fmt: skip
    print("Backups made before today may need it: keep the recovery copy that has it as long as you keep them.")


def _copied(seen: upkeep.Done | None, ring: Keyring) -> None:
    """Without it, the only copy on paper holds the old key alone, or there is none."""
    if seen is None or seen.value != ring.fingerprint:
        raise Problem(
            f"Nobody has confirmed a recovery copy of data key {ring.number}, and without one a lost machine takes all "
            "with it. First `sempre keys recovery`, then `sempre keys confirm`; or `sempre keys retire --anyway`."
        )


async def _noticed(current: Settings) -> None:
    """Waits until every process here seals with the newest key: what the old one sealed later would be lost."""
    if current.data_key is None:
        age = time.time() - keys.data_file(current).stat().st_mtime
        await asyncio.sleep(max(0.0, min(2 * LOOK_SECONDS, 2 * LOOK_SECONDS - age)))


# -- the copy on paper ----------------------------------------------------------------------------


def _recovery(current: Settings, out: str | None) -> None:
    ring = keys.ring(current)
    sheet = _sheet(current, ring)
    if out is None:
        print(sheet)
        return
    path = Path(out)
    try:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(sheet + "\n")
    except FileExistsError:
        raise Problem(f"{path} is there already. Choose another name.") from None
    except OSError as error:
        raise Problem(f"{path} cannot be written ({error.strerror}).") from None
    print(f"{path} is written. Print it, delete it, and then type it in once: `sempre keys confirm`.")


def _sheet(current: Settings, ring: Keyring) -> str:
    lines = [f"  {line.name:>5}   {line.text}" for line in recovery.lines(ring)]
    groups = ["\n".join(lines[start : start + recovery.LINES]) for start in range(0, len(lines), recovery.LINES)]
    return (
        f"SEMPRE: RECOVERY COPY OF THE DATA KEY      {current.organisation}, {datetime.now(UTC):%Y-%m-%d}\n\n"
        "Who has this sheet and a backup can read what people told. When the machine is lost, nobody can without it.\n"
        "Keep it on paper, in a safe, never beside a backup. No two letters look alike: there is no O, I, L or U.\n\n"
        + "\n\n".join(groups)
        + f"\n\nSeal {ring.fingerprint}. To put the key back: `sempre keys restore`."
    )


async def _confirm(current: Settings) -> None:
    ring = keys.ring(current)
    async with _opened(current, ring) as found:
        database = _needed(found)
        wanted = recovery.asked(ring)
        print(f"Take the printed copy (seal {ring.fingerprint}). You are asked for {len(wanted)} of its lines.")
        for line in wanted:
            _ask_for(line)
        async with database.write() as conn:
            await upkeep.note(conn, upkeep.RECOVERY, ring.fingerprint, clock(current)())
    print("The recovery copy is right, and is confirmed.")


def _ask_for(line: recovery.Line) -> None:
    for _ in range(TRIES):
        typed = _typed(f"Line {line.name}:")
        if typed is None:
            break
        if recovery.same(line, typed):
            return
        print(f"That is not line {line.name} of the copy.", file=sys.stderr)
    raise Problem("The copy was not confirmed. Print a new one with `sempre keys recovery`.")


async def _restore(current: Settings) -> None:
    if current.data_key is not None:
        raise WrongUsage("SEMPRE_DATA_KEY is set. Take it away, and the key is put into its file.")
    print("Type the lines of the recovery copy, each with its name, like 1.2. An empty line ends it.")
    ring = _read_sheet()
    with keys.changing(current):
        path = keys.data_file(current)
        if path.exists():
            ring = _beside(current, ring)
        try:
            keys.keep(current, ring)
        except OSError as error:
            raise Problem(f"{path} cannot be written ({error.strerror}).") from None
    print(f"The data key is in {path}.")
    async with _opened(current, ring) as database:
        if database is not None:
            await _try(database)


def _beside(current: Settings, typed: Keyring) -> Keyring:
    """To a keyring that is there, what it lacks is added."""
    try:
        return keyring_text.joined(keys.ring(current), typed)
    except (WrongSettings, ValueError) as wrong:
        said = "it is damaged" if isinstance(wrong, WrongSettings) else str(wrong)
        raise Problem(
            f"{keys.data_file(current)} is there already, and does not go with this copy: {said}. "
            "Put that file aside first, if this copy is the right one."
        ) from None


async def _try(database: Database) -> None:
    try:
        async with database.read() as conn:
            await health.try_key(conn)
    except Unopened:
        raise Problem("But it does not open this database: that was sealed with another key.") from None
    print("It opens the database.")


def _read_sheet() -> Keyring:
    typed: dict[str, str] = {}
    while line := (_typed("") or "").strip():
        try:
            read = recovery.read_line(line)
        except recovery.Slip as slip:
            if not sys.stdin.isatty():
                raise Problem(f"Nothing was changed: {slip}.") from None
            print(f"Once more, please: {slip}.", file=sys.stderr)
            continue
        typed[read.name] = read.text
    try:
        return recovery.keyring(typed)
    except recovery.Slip as slip:
        raise Problem(f"Nothing was changed: {slip}.") from None


def _typed(prompt: str) -> str | None:
    """A line of standard input; None at its end."""
    if prompt:
        print(prompt, end=" " if sys.stdin.isatty() else "\n", flush=True)
    return sys.stdin.readline(200) or None
