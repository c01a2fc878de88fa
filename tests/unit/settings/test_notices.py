from __future__ import annotations

import pytest

from app.settings.document import Document
from app.settings.notices import notice_about_env_file, notice_about_file, notice_about_refused
from app.settings.settings_file import Condition, Opened


@pytest.mark.parametrize("condition", [Condition.MISSING, Condition.READY, Condition.OLD])
def test_file_as_it_should_be_needs_no_notice(condition: Condition) -> None:
    assert notice_about_file(Opened(Document(), condition)) is None


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (Condition.DAMAGED, "settings_damaged"),
        (Condition.NEWER, "settings_newer"),
        (Condition.NOT_A_FILE, "settings_not_a_file"),
        (Condition.UNREADABLE, "settings_unreadable"),
    ],
)
def test_every_other_condition_is_explained(condition: Condition, code: str) -> None:
    notice = notice_about_file(Opened(Document(), condition))
    assert notice is not None
    assert notice.code == code
    assert notice.message.endswith(".")
    assert notice.hint.endswith(".")


def test_damaged_file_is_named_when_it_was_kept() -> None:
    kept = notice_about_file(Opened(Document(), Condition.DAMAGED, kept_as="settings.json.damaged-1"))
    assert kept is not None
    assert "settings.json.damaged-1" in kept.hint


def test_wrong_settings_are_named_once() -> None:
    assert notice_about_refused([]) is None
    notice = notice_about_refused(["theme", "locale", "theme"])
    assert notice is not None
    assert "theme, locale." in notice.message


def test_unreadable_env_file_is_told() -> None:
    assert ".env" in notice_about_env_file().message
