from __future__ import annotations

from app.diagnostics.checks import data_lock
from app.diagnostics.findings import State
from app.settings.data_lock import DataLock
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at


def test_without_a_window_it_passes_and_makes_no_lock(make_context: MakeContext) -> None:
    context = make_context()
    finding = data_lock.probe(context)
    assert (finding.state, finding.measured) == (State.PASS, {"running": False})
    assert not context.locations.data_lock_file.exists()


def test_a_running_window_is_seen_and_not_disturbed(make_context: MakeContext) -> None:
    context = make_context()
    with DataLock(context.locations.data_lock_file) as lock:
        finding = data_lock.probe(context)
        assert lock.is_held
        assert data_lock.is_window_running(context)
    assert (finding.state, finding.measured) == (State.PASS, {"running": True})
    assert data_lock.is_window_running(context) is False


def test_what_is_no_lock_in_its_place_fails(make_context: MakeContext) -> None:
    context = make_context()
    path = context.locations.data_lock_file
    for _ in odd_things_at(path):
        finding = data_lock.probe(context)
        assert finding.state is State.FAIL
        assert finding.detail == str(path)
        assert finding.remedy is not None
        assert finding.remedy.commands == ("mv ~/data/window.lock /tmp/",)


def test_a_lock_that_may_not_be_opened_fails(make_context: MakeContext) -> None:
    context = make_context(system="windows")
    target = context.locations.data_dir / "target"
    target.write_text("")
    # A link is never opened, as it may lead elsewhere.
    context.locations.data_lock_file.symlink_to(target)
    finding = data_lock.probe(context)
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert finding.remedy.commands == ()
