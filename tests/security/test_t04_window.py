"""T04 in the real window: dotted and private names, by every transport and in pywebview's own words, call nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.attacks import PYWEBVIEW_VERBS, attribute_paths
from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import POST
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

PATHS = 2_000
# How pywebview's own script calls on each engine: a method of the object `external`, and one JSON text.
IN_PYWEBVIEWS_WORDS = f"""
    {POST}
    const invoke = (object, method, args) =>
        qt.webChannelTransport.send(JSON.stringify({{ type: 6, object, method, args, id: (messages += 1) }}));
    for (const path of argument) {{
        if (globalThis.qt) invoke('external', 'call', [path, '[]', '1']);
        else post(JSON.stringify({{ funcName: path, params: [], id: '1' }}));
    }}
"""
# What else a web channel takes: other methods and properties of our one object, and other objects.
IN_THE_WEB_CHANNELS_WORDS = """
    const send = (message) => qt.webChannelTransport.send(JSON.stringify(message));
    argument.forEach((path, number) => {
        const id = 3_000_000 + number * 4;
        send({ type: 6, object: 'gate', method: path, args: [path], id });
        send({ type: 6, object: path, method: 'post', args: [path], id: id + 1 });
        send({ type: 7, object: 'gate', signal: path });
        send({ type: 10, object: 'gate', property: number, value: path });
    });
    for (const method of ['deleteLater', 'destroyed', 'objectNameChanged', 'setObjectName', 0, 1, 2, 3, 4, -1, null])
        send({ type: 6, object: 'gate', method, args: [], id: 4_000_000 });
    for (const type of [0, 1, 2, 3, 4, 5, 8, 9, 10, 11, -1, 1e9, null, 'x'])
        send({ type, object: 'gate', id: 5_000_000 });
    for (const odd of ['', '{', '[]', 'null', '{}', '\\u0000', '['.repeat(10_000)]) qt.webChannelTransport.send(odd);
"""
IN_OUR_WORDS = f"""
    {POST}
    argument.paths.forEach((name, number) =>
        post(JSON.stringify({{ v: 1, id: String(number + 1), token: argument.token, name, args: {{}} }})));
"""


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t04_names_call_nothing_by_any_transport(app: DrivenApp) -> None:
    before, paths = app.notes_at_rest(), list(attribute_paths(PATHS))
    app.in_shell(IN_PYWEBVIEWS_WORDS, paths)
    app.in_shell(IN_OUR_WORDS, {"paths": paths, "token": before["token"]})
    if app.engine == "qt":
        app.in_shell(IN_THE_WEB_CHANNELS_WORDS, paths)
    assert app.ask("app.ping", n=4) == {"n": 4}
    after = app.notes()
    assert after["stock_calls"] == 0
    assert after["handled"] == before["handled"] | {"app.ping": 1}
    assert after["refused"] - before["refused"] == PATHS


@pytest.mark.parametrize("engine", BOTH)
def test_t04_names_are_walked_and_called_by_pywebviews_own_dispatcher_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("our seams in pywebview",)) as app:
        paths = [path for path in attribute_paths(PATHS) if path not in PYWEBVIEW_VERBS]
        app.in_shell(IN_PYWEBVIEWS_WORDS, paths)
        wait_until(lambda: app.notes()["stock_calls"] > 0, what="a call")
