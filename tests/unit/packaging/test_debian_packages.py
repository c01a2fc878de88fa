from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import pytest

import debian_packages
import package_installer
from app.errors import Unavailable


class Machine:
    """A Debian machine: what is installed, what apt offers, and what it was told to do."""

    def __init__(self) -> None:
        self.installed = {"libnss3"}
        self.offered = {"libasound2t64"}
        self.commands: list[str] = []
        self.failures = 0
        self.lists_age_seconds = 60.0

    def run_quietly(self, command: Sequence[str], **_: object) -> None:
        self.commands.append(" ".join(word for word in command if not word.startswith(("-", "DPkg::"))))
        if command[1] == "install":
            if self.failures:
                self.failures -= 1
                raise Unavailable("404")
            self.installed |= set(command)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()

    def installed(names: Iterable[str]) -> set[str]:
        return made.installed & set(names)

    def offered(names: Sequence[str]) -> set[str]:
        return made.offered & set(names)

    monkeypatch.setattr(debian_packages.Packages, "installed", installed)
    monkeypatch.setattr(debian_packages.Packages, "offered", offered)
    monkeypatch.setattr(package_installer, "run_quietly", made.run_quietly)
    monkeypatch.setattr(package_installer, "_age_of_lists_seconds", lambda: made.lists_age_seconds)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return made


NEEDS = ("libnss3", "libasound2t64 | libasound2", "xvfb", "xvfb")


def test_what_is_missing_is_named_once_and_in_order(machine: Machine) -> None:
    assert debian_packages.missing(NEEDS) == ["libasound2t64 | libasound2", "xvfb"]
    machine.installed.add("libasound2")
    assert debian_packages.missing(NEEDS) == ["xvfb"]
    assert debian_packages.missing(()) == []


def test_a_package_is_asked_for_under_the_name_of_this_release(machine: Machine) -> None:
    assert debian_packages.resolve(["libasound2t64 | libasound2"]) == ["libasound2t64"]
    machine.offered.clear()
    assert debian_packages.resolve(["libasound2t64 | libasound2"]) == ["libasound2"]


def test_root_installs_what_is_missing(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert package_installer.bring_packages(NEEDS, install=True)
    assert machine.commands == ["apt-get install libasound2t64 xvfb"]
    assert "installing 2 Debian packages" in capsys.readouterr().err
    assert not package_installer.bring_packages(NEEDS, install=True)


def test_old_lists_are_read_anew_first(machine: Machine) -> None:
    machine.lists_age_seconds = float("inf")
    package_installer.bring_packages(NEEDS, install=True)
    assert machine.commands == ["apt-get update", "apt-get install libasound2t64 xvfb"]


def test_lists_that_turn_out_to_be_stale_are_read_anew_once(machine: Machine) -> None:
    machine.failures = 1
    package_installer.bring_packages(NEEDS, install=True)
    assert machine.commands == [
        "apt-get install libasound2t64 xvfb",
        "apt-get update",
        "apt-get install libasound2t64 xvfb",
    ]
    machine.failures, machine.installed = 2, set()
    with pytest.raises(Unavailable):
        package_installer.bring_packages(NEEDS, install=True)


@pytest.mark.parametrize(("user", "install"), [(1000, True), (0, False)])
def test_everybody_else_gets_the_one_command_to_type(
    user: int, install: bool, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(Unavailable) as caught:
        package_installer.bring_packages(NEEDS, install=install)
    assert caught.value.hint == "sudo apt-get install --no-install-recommends libasound2t64 xvfb"
    assert caught.value.exit_code == 69
    assert machine.commands == []


def test_the_command_begins_with_the_lists_where_there_are_none(machine: Machine) -> None:
    machine.lists_age_seconds = float("inf")
    with pytest.raises(Unavailable) as caught:
        package_installer.bring_packages(["xvfb"], install=False)
    assert caught.value.sentence == "A Debian package is missing; this command installs what is needed:"
    assert caught.value.hint == "sudo apt-get update && sudo apt-get install --no-install-recommends xvfb"


def test_elsewhere_the_missing_libraries_are_named() -> None:
    cache = "2 libs found\n\tlibnss3.so (libc6,x86-64) => /lib/libnss3.so\n"
    assert debian_packages.missing_libraries(["libnss3.so", "libEGL.so.1"], cache=cache) == ["libEGL.so.1"]
