from __future__ import annotations

from collections.abc import Mapping

from app.settings.document import parse
from app.settings.migrations import MIGRATIONS, migrate


def add_a(values: Mapping[str, object]) -> dict[str, object]:
    return {**values, "trail": f"{values.get('trail', '')}a"}


def add_b(values: Mapping[str, object]) -> dict[str, object]:
    return {**values, "trail": f"{values.get('trail', '')}b"}


def test_steps_run_in_order_from_the_files_version() -> None:
    steps = (add_a, add_b, add_a)
    for version, trail in ((0, "aba"), (1, "ba"), (2, "a")):
        document = migrate(parse(f'{{"settings_version": {version}}}'.encode()), steps)
        assert document.values() == {"trail": trail}
        assert document.version == 3


def test_newer_file_stays_as_it_is() -> None:
    document = parse(b'{"settings_version": 9, "zoom-percent": 1}')
    assert migrate(document) is document


def test_file_written_by_hand_may_spell_names_like_flags() -> None:
    document = migrate(parse(b'{"zoom-percent": 120, "theme": "dark", "my-own": 1}'))
    assert document.values() == {"zoom_percent": 120, "theme": "dark", "my-own": 1}
    assert document.version == len(MIGRATIONS)


def test_name_of_the_program_goes_before_the_spelling_of_the_flag() -> None:
    document = migrate(parse(b'{"zoom-percent": 120, "zoom_percent": 110}'))
    assert document.values() == {"zoom-percent": 120, "zoom_percent": 110}
