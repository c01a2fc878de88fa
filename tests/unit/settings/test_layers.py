from __future__ import annotations

from app.settings.document import parse
from app.settings.layers import Source, gather_layers


def test_sources_come_in_their_order() -> None:
    layers = gather_layers(
        {"theme": "dark"},
        {"AGENTNOOK_THEME": "light"},
        {"AGENTNOOK_THEME": "system", "AGENTNOOK_ZOOM_PERCENT": "120"},
        parse(b'{"theme": "dark"}'),
    )
    assert [(layer.source, dict(layer.values)) for layer in layers] == [
        (Source.COMMAND_LINE, {"theme": "dark"}),
        (Source.ENVIRONMENT, {"theme": "light"}),
        (Source.ENV_FILE, {"theme": "system", "zoom_percent": 120}),
        (Source.SETTINGS_FILE, {"theme": "dark"}),
    ]


def test_names_that_are_not_declared_go_no_further() -> None:
    hostile = {"__proto__": {"theme": "dark"}, "constructor": 1, "settings_version": 9}
    environ = {"AGENTNOOK___PROTO__": "1", "PATH": "/bin", "OPENAI_API_KEY": "sk-x"}
    layers = gather_layers(hostile, environ, environ, parse(b'{"__proto__": 1, "toString": 2}'))
    assert [layer.values for layer in layers] == [{}, {}, {}, {}]


def test_own_variable_goes_before_the_documented_ones() -> None:
    environ = {
        "NEXT_PUBLIC_CHATKIT_WORKFLOW_ID": "wf_3",
        "CHATKIT_WORKFLOW_ID": "wf_2",
        "AGENTNOOK_WORKFLOW_ID": "wf_1",
    }
    expected = ["wf_1", "wf_2", "wf_3"]
    for name in ("AGENTNOOK_WORKFLOW_ID", "CHATKIT_WORKFLOW_ID", "NEXT_PUBLIC_CHATKIT_WORKFLOW_ID"):
        assert gather_layers({}, environ, {}, parse(b"{}"))[1].values == {"workflow_id": expected.pop(0)}
        del environ[name]


def test_empty_variable_says_nothing_and_a_wrong_one_is_named() -> None:
    environ = {"AGENTNOOK_THEME": "", "AGENTNOOK_WORKFLOW_ID": "nonsense", "CHATKIT_WORKFLOW_ID": "wf_2"}
    layer = gather_layers({}, environ, {}, parse(b"{}"))[1]
    assert layer.values == {"workflow_id": "wf_2"}
    assert layer.refused == ("workflow_id",)
