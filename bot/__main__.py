"""The `sempre` command: what it takes, and how its errors look. What it does stands in bot/commands/."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from bot.problem import Problem, WrongUsage, damaged

DESCRIPTION = "Sempre listens to people in the country: they tell a need in their own language, staff answer."

EPILOG = """\
A first quarter of an hour:
  sempre serve                    start the service (the database and the keys are made)
  sempre chat                     be a person: a conversation in this terminal
  sempre export submissions       see what was told
  sempre doctor                   is everything as it should be?

Settings are environment variables or lines of a file .env: SEMPRE_ORGANISATION, SEMPRE_COUNTRY,
SEMPRE_TELEGRAM_TOKEN … docs/settings.md lists them all. Exit code 0: done, 1: problems found, 2: wrong usage.
"""


def main(words: Sequence[str] | None = None) -> int:
    """Runs the command line `words` (this process's own, if None). Returns the exit code."""
    parser = _parser()
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return 2
    os.umask(0o077)  # whatever is made from here on is for its owner's eyes only
    try:
        code: int = importlib.import_module(f"bot.commands.{arguments.command}").run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output left, as `head` does. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _explained(error)


def _explained(error: Exception) -> int:
    """One line on standard error. The message of an exception that we did not write is never shown."""
    if isinstance(error, ModuleNotFoundError):
        print(f"sempre: The library {error.name} is missing. `make setup` installs what is needed.", file=sys.stderr)
        return 1
    from bot.logs import places
    from bot.settings import WrongSettings

    if isinstance(error, WrongSettings):
        print(error, file=sys.stderr)
        return 1
    known = _known(error)
    where = (places(error.__traceback__) or ["?"])[-1]
    unknown = f"This should not have happened: {type(error).__name__} at {where}. Please report this line."
    print(f"sempre: {known or unknown}", file=sys.stderr)
    return 2 if isinstance(error, WrongUsage) else 1


def _known(error: Exception) -> str | None:
    """The remedy for what another room refused, each by its own exception."""
    import locales
    from bot import settings
    from bot.folder import FolderBusy
    from dialogs.schema import BadDialog
    from storage.backup_file import NoBackup
    from storage.database import Unavailable
    from storage.exporting import TooMany
    from storage.sealed import UnknownKey, Unopened

    match error:
        case Problem() | FolderBusy() | BadDialog() | TooMany():
            return str(error)
        case NoBackup():
            return str(error)
        case locales.Incomplete():
            return f"{error} (SEMPRE_LANGUAGES chooses the languages that are offered.)"
        case Unavailable(reason="corrupt"):
            return damaged(settings.load().sqlite_file)
        case Unavailable():
            return f"The database cannot be used now ({error.reason}). `sempre doctor` says more."
        case UnknownKey(number=number):
            return (
                f"The database holds values that data key {number} sealed, and that key is not there. "
                "Put back the newest copy of data.key (or SEMPRE_DATA_KEY), or `sempre keys restore`."
            )
        case Unopened():
            return "data.key (or SEMPRE_DATA_KEY) is not the key that sealed this database. Put back the right one."
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sempre", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"sempre {version('sempre')}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def add(name: str, line: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        command.set_defaults(command=name)
        return command

    add("serve", "start the service: channels, web addresses and conversations, until Ctrl-C")
    chat = add("chat", "a conversation in this terminal, as a person would have it")
    chat.add_argument("--language", metavar="xx", help="begin in this language, as en or ar; else the talk asks")
    chat.add_argument(
        "--as", metavar="NAME", dest="name", help="who you are here; the same name goes on where it stopped"
    )
    _staff(add("staff", "give somebody who works here an account on the panel"))
    _organisation(add("organisation", "organisations that share this service, and whose a place is"))
    _export(add("export", "write what was told into a file"))
    _dialogs(add("dialogs", "check or draw the dialogs"))
    _one_of(
        add("locales", "check the texts of all languages"),
        ("check", "status"),
        "check for faults, or count what is done",
    )
    _one_of(
        add("db", "care for the database"), ("upgrade",), "bring the tables to this version; serve does it by itself"
    )
    _breach(add("breach", "count whom a breach concerns, for the notification that is due within 72 hours"))
    _audit(add("audit", "the trail of who did what: does it stand?"))
    saving = add("backup", "the whole database as one sealed file, beside a running serve")
    saving.add_argument("file", metavar="FILE", help="a new file; it opens with the data key alone")
    _restore(add("restore", "put a backup in place of the database"))
    _keys(add("keys", "the data keys: rotate them, keep a copy on paper"))
    add("proof", "was somebody deleted who was told this number?").add_argument(
        "code", metavar="NUMBER", help="as D-7KM-4QX, from the farewell"
    )
    add("consents", "what had somebody agreed to who has gone? Reads their address from standard input").add_argument(
        "channel", metavar="CHANNEL", help="where they wrote, as telegram"
    )
    _try(add("try", "what is understood of typed lines: one text a line on standard input, one line out each"))
    add("doctor", "look whether everything is as it should be, and say what to do where it is not")
    return parser


def _try(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="recognise")  # a module cannot be called `try`
    command.add_argument("recogniser", metavar="RECOGNISER", help="language, topic, crisis, words, place or answer")
    command.add_argument("--language", metavar="xx", help="the language of the person, as de or ckb")
    command.add_argument("--country", metavar="XX", help="the country of the place, as DE or LT")
    command.add_argument("--question", metavar="Q", help="for answer: the key of the question, as urgency")


def _staff(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(metavar="ACTION", dest="action", required=True)
    adding = actions.add_parser("add", help="an account, or a new sign-in link for one that is there")
    adding.add_argument("email", metavar="EMAIL", help="the address that signs in")
    adding.add_argument("--role", metavar="ROLE", required=True, help="like caseworker; several with commas between")
    adding.add_argument("--organisation", metavar="NAME", help="whom they work for; if not given, the service's own")
    adding.add_argument(
        "--place", metavar="PLACE", action="append", default=[],
        help="where they work, once for each; if not given, all of the organisation",
    )  # fmt: skip
    adding.add_argument("--password-stdin", action="store_true", help="read a password from standard input, one line")
    actions.add_parser("list", help="who works here, as what, where, and whether they are let in")
    for name, rest, line in (
        ("role", "ROLE", "give somebody another role, or several with commas between"),
        ("organisation", "NAME", "somebody works for another organisation now; their places are forgotten"),
        ("safeguarding", "on|off", "somebody sees cases of safeguarding, or no longer"),
        ("places", "PLACE", "where somebody works, in place of all there were; none: the whole organisation"),
        ("disable", None, "nobody signs in with this account any more"),
        ("enable", None, "the account is let in again"),
        ("reset-second-factor", None, "forget the program that shows numbers; it is set up anew at the next sign-in"),
    ):
        action = actions.add_parser(name, help=line)
        action.add_argument("email", metavar="EMAIL", help="the address that signs in")
        if rest is not None:
            action.add_argument("value", metavar=rest, nargs="*" if name == "places" else None)


def _organisation(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(metavar="ACTION", dest="action", required=True)
    adding = actions.add_parser("add", help="one more organisation that shares this service")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--level", metavar="LEVEL", required=True, help="local, regional or transnational")
    places = actions.add_parser("places", help="whose is what comes from a place, from now on")
    places.add_argument("name", metavar="NAME")
    for one in (adding, places):
        one.add_argument(
            "--place", metavar="PLACE", action="append", default=[], help="what comes from there is theirs; repeat it"
        )
    places.add_argument("--without", metavar="PLACE", action="append", default=[], help="not theirs any more")
    actions.add_parser("list", help="all organisations, their level and their places")


def _breach(command: argparse.ArgumentParser) -> None:
    command.add_argument("--since", metavar="TIME", help="from when, as 2026-11-20T08:00")
    command.add_argument("--until", metavar="TIME", help="until when; now, if not given")
    command.add_argument("--learned", metavar="TIME", help="when you learned of it; now, if not given")
    command.add_argument("--staff", metavar="EMAIL", help="what was seen with this account alone")
    command.add_argument("--everything", action="store_true", help="database and key were taken: all that is stored")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("what", choices=["submissions"], help="needs and ideas")
    command.add_argument("--format", choices=["jsonl", "csv", "xlsx"], default="jsonl", help="default: jsonl")
    command.add_argument(
        "--out", metavar="FILE", help="write to this file, which only you may read; else to the terminal"
    )


def _dialogs(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(metavar="ACTION", dest="action", required=True)
    actions.add_parser("check", help="is every dialog file whole?")
    graph = actions.add_parser("graph", help="a drawing of one dialog, in the language Mermaid")
    graph.add_argument("name", metavar="NAME", help="the dialog, as need")


def _audit(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(metavar="ACTION", dest="action", required=True)
    verify = actions.add_parser("verify", help="read the whole trail; exit code 1, and where, if it was touched")
    verify.add_argument("--head", metavar="HEAD", help="also compare with what `sempre audit head` printed earlier")
    actions.add_parser("head", help="the newest seal, to write down elsewhere")


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="what `sempre backup` wrote")
    command.add_argument(
        "--replace",
        action="store_true",
        help="also a database that holds something; it is backed up first",
    )
    command.add_argument(
        "--send-waiting",
        action="store_true",
        help="send what waited when the backup was made: after a move, when nothing ran since",
    )


def _keys(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(metavar="ACTION", dest="action", required=True)
    actions.add_parser("status", help="which keys there are, and whether old ones are still needed")
    rotate = actions.add_parser("rotate", help="seal with a new key from now on, while serve runs")
    rotate.add_argument("--later", action="store_true", help="add the key, and let it wait: for several machines")
    retire = actions.add_parser("retire", help="drop the old keys, when nothing is sealed with them any more")
    retire.add_argument("--anyway", action="store_true", help="also where nobody has confirmed a printed copy")
    sheet = actions.add_parser("recovery", help="the keys as text to print and to keep in a safe")
    sheet.add_argument("--out", metavar="FILE", help="write it to this file, which only you may read")
    actions.add_parser("confirm", help="type some lines of the printed copy, so that it is known to be good")
    actions.add_parser("restore", help="type the printed copy, so that the keys are back")


def _one_of(command: argparse.ArgumentParser, choices: Sequence[str], line: str) -> None:
    command.add_argument("action", choices=choices, help=line)


if __name__ == "__main__":
    sys.exit(main())
