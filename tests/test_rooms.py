"""Who imports whom: the rules that a list of forbidden names cannot express. The others are in pyproject.toml."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

IMPURE = {"asyncio", "os", "random", "secrets", "socket", "subprocess", "threading", "time", "urllib", "uuid"}

VENDORS = {"telegram": "bot/channels/telegram.py"}
"""The library of a platform → the one file that may import it."""


def imports(path: Path) -> Iterator[str]:
    """The full names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", files("dialogs"), ids=name)
def test_dialogs_are_the_standard_library_alone(path: Path) -> None:
    for module in imports(path):
        top = module.partition(".")[0]
        assert top == "dialogs" or (top in sys.stdlib_module_names and top not in IMPURE), module


@pytest.mark.parametrize(("room", "known"), [("storage", ("terms", "record")), ("locales", ("terms", "schema"))])
def test_what_a_room_knows_of_dialogs(room: str, known: tuple[str, ...]) -> None:
    for path in files(room):
        for module in imports(path):
            if module.partition(".")[0] == "dialogs":
                assert module.split(".")[1] in known, f"{name(path)} imports {module}"


@pytest.mark.parametrize(("library", "owner"), VENDORS.items())
def test_a_vendor_belongs_to_one_channel(library: str, owner: str) -> None:
    users = {
        name(path)
        for path in files("dialogs", "locales", "storage", "bot", "admin")
        if any(module.partition(".")[0] == library for module in imports(path))
    }
    assert users == {owner}


def test_there_is_no_room_without_a_name() -> None:
    vague = {"utils", "helpers", "common", "manager", "misc"}
    assert not [name(path) for path in files("dialogs", "locales", "storage", "bot", "admin") if path.stem in vague]


def test_the_packages_that_are_installed_are_those_that_stand_there() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in files("dialogs", "locales", "storage", "bot", "admin")
        if path.name == "__init__.py"
    }
    assert set(project["tool"]["setuptools"]["packages"]) == found


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        pinned = [line for line in text.splitlines() if not line.startswith(" ")]
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert text.count("--hash=sha256:") >= len(pinned)


def test_run_and_test_install_the_same_versions() -> None:
    run, test = _versions("requirements.lock"), _versions("requirements-test.lock")
    assert run.items() <= test.items()


def _versions(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ")[0].split("==") for line in lines if "==" in line.split(" ")[0])


def _normal(library: str) -> str:
    """https://packaging.python.org/en/latest/specifications/name-normalization/"""
    return re.sub(r"[-_.]+", "-", library).lower()


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ()),
        ("requirements-test.lock", ("dev",)),
        ("requirements-bench.lock", ("bench",)),
        ("requirements-tools.lock", ("tools",)),
    ],
)
def test_what_the_project_needs_is_locked(lock: str, groups: tuple[str, ...]) -> None:
    """Else a fresh clone does not start, while a machine on which it was installed once does not notice."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [] if groups in (("tools",), ("bench",)) else [*project["project"]["dependencies"]]
    needed += [line for group in groups for line in project["dependency-groups"][group]]
    names = {_normal(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in needed}
    assert names <= _versions(lock).keys(), "run `make lock`"


OWN = {"dialogs", "locales", "storage", "bot", "admin", "tests"}

SPEAKS = {"pydantic_core": "pydantic", "yarl": "aiohttp"}
"""What a library gives and takes its values in, of another name → the library that is named for it."""


@pytest.mark.parametrize("rooms", [("dialogs", "locales", "storage", "bot", "admin"), ("tests",)], ids="-".join)
def test_what_is_imported_is_named_in_the_project(rooms: tuple[str, ...]) -> None:
    """Else it is there by chance, as what another library brings along, or what somebody once tried."""
    import tomllib
    from importlib.metadata import packages_distributions

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    further = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    needed = (
        project["project"]["dependencies"]
        + further
        + (project["dependency-groups"]["dev"] if rooms == ("tests",) else [])
    )
    named = {_normal(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in needed}
    imported = {module.partition(".")[0] for path in files(*rooms) for module in imports(path)}
    homes = packages_distributions()
    own = OWN | {"bench"} if rooms == ("tests",) else OWN  # what the bench measures on is tested, and used nowhere else
    for module in imported - own - sys.stdlib_module_names:
        found = {_normal(home) for home in homes.get(SPEAKS.get(module, module), [])}
        assert named & found, f"{module} is in no list of pyproject.toml"
