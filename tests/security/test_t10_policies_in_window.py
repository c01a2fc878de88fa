"""T10 in the real window: both documents work within their policies, and what the policies forbid does not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

VIOLATIONS = "return globalThis.__violations;"
# A debugger may lift the policy while a script of its own begins.
LATER = "await new Promise((resolve) => setTimeout(resolve));"
OUTCOME = (
    f"{LATER} const outcome = (act) => {{ try {{ act(); return 'done'; }} catch (error) {{ return error.name; }} }};"
)
# Each would turn a text into code or markup; the outcome is `done` or the error's name.
FROM_TEXT_TO_CODE = f"""
    {OUTCOME}
    const script = document.createElement('script');
    return [
        outcome(() => {{ document.createElement('p').innerHTML = '<b>x</b>'; }}),
        outcome(() => {{ document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>'); }}),
        outcome(() => {{ document.createElement('iframe').srcdoc = 'x'; }}),
        outcome(() => {{ new DOMParser().parseFromString('<b>x</b>', 'text/html'); }}),
        outcome(() => {{ script.src = 'https://example.invalid/x.js'; }}),
        outcome(() => {{ script.text = '1'; }}),
        outcome(() => globalThis.trustedTypes.createPolicy('default', {{ createHTML: (text) => text }})),
        outcome(() => globalThis.eval('1')),
        outcome(() => new Function('return 1')),
    ];
"""
CODE_FROM_TEXT = f"""
    {LATER}
    globalThis.__ran = false;
    const script = document.createElement('script');
    try {{
        script.append('globalThis.__ran = true');
        document.head.append(script);
    }} catch {{ /* Trusted Types refuse it before it is a script */ }}
    try {{ globalThis.eval('globalThis.__ran = true'); }} catch {{ /* refused */ }}
    return globalThis.__ran;
"""
UP = f"""
    {OUTCOME}
    return [
        outcome(() => parent.document.title),
        outcome(() => parent.location.href.length),
        outcome(() => parent.localStorage),
        outcome(() => parent.__agentnookReceive([])),
        outcome(() => parent.eval('1')),
    ];
"""


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_both_documents_work_without_a_violation(app: DrivenApp) -> None:
    app.click_in_shell("#bar-theme")
    app.click_in_shell("#bar-more")
    app.in_chat("await document.querySelector('agentnook-chat').sendUserMessage({ text: 'What is this?' });")
    assert app.in_shell(VIOLATIONS) == []
    assert app.in_chat(VIOLATIONS) == []


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_a_violation_is_seen_where_there_is_one_twin(app: DrivenApp) -> None:
    leave = "const image = new Image(); image.src = 'https://example.invalid/x.png';"
    seen, again = ["img-src https://example.invalid/x.png"], "globalThis.__violations.length = 0;"
    app.in_shell(leave)
    wait_until(lambda: app.in_shell(VIOLATIONS) == seen, what="the shell's violation")
    app.in_shell(again)
    app.in_chat(leave)
    wait_until(lambda: app.in_chat(VIOLATIONS) == seen, what="the chat document's violation")
    app.in_chat(again)


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_no_text_becomes_code_or_markup_in_the_shell(app: DrivenApp) -> None:
    assert app.in_shell(FROM_TEXT_TO_CODE) == ["TypeError"] * 7 + ["EvalError"] * 2
    assert app.in_shell(CODE_FROM_TEXT) is False


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_no_text_becomes_code_in_the_chat_document(app: DrivenApp) -> None:
    assert app.in_chat(CODE_FROM_TEXT) is False


@pytest.mark.parametrize("engine", BOTH)
def test_t10_texts_become_code_and_markup_without_the_policies_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("content policy",)) as app:
        assert app.in_shell(FROM_TEXT_TO_CODE) == ["done"] * 9
        assert app.in_shell(CODE_FROM_TEXT) is True
        assert app.in_chat(CODE_FROM_TEXT) is True


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_the_frame_cannot_look_at_the_shell(app: DrivenApp) -> None:
    assert app.in_chat(UP) == ["SecurityError"] * 5
    assert app.in_chat("return parent.length;") == 1


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_a_frame_of_the_shell_s_own_origin_could_look_twin(app: DrivenApp) -> None:
    look = """
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const title = frame.contentWindow.parent.document.title;
        frame.remove();
        return title;
    """
    assert app.in_shell(look) == "Agentnook"


# A button of the frame that takes the top away, to be pressed by a person: without a press engines refuse it anyway.
TAKE_TOP = f"""
    {OUTCOME}
    const button = document.createElement('button');
    Object.assign(button, {{ id: 'take', textContent: 'Press' }});
    button.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    button.onclick = () => {{
        globalThis.__outcome = outcome(() => {{ top.location.href = 'https://example.invalid/'; }});
    }};
    document.body.append(button);
"""


def take_top(app: DrivenApp) -> str:
    """Let the frame take the top document away with a press, and return what came of it."""
    app.in_chat(TAKE_TOP)
    app.click_in_chat("#take")
    app.in_chat("document.getElementById('take').remove();")
    return str(app.in_chat("return globalThis.__outcome;"))


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t10_the_sandbox_keeps_the_frame_from_the_top(app: DrivenApp) -> None:
    assert take_top(app) == "SecurityError"
    assert "refused a navigation" not in app.log()


@pytest.mark.parametrize("engine", BOTH)
def test_t10_only_the_engine_s_guard_is_left_without_the_sandbox_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("sandbox",)) as app:
        assert take_top(app) == "done"
        wait_until(lambda: "refused a navigation" in app.log(), what="the guard")
