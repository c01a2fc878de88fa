"""T06: nothing takes the shell's document away, and a document that came in its place would get no token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.foreign_site import ForeignSite, foreign_site
from tests.support.page_scripts import IS_OVER, WATCH_DROPS, WITHOUT_DROP_GUARD
from tests.support.pointer import drag_from_outside
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

NAVIGATIONS = 300
# How a script of the shell's own document could leave it.
FROM_SHELL = {
    "link": "link('').click();",
    "link to the top": "link('_top').click();",
    "href": "location.href = url;",
    "assign": "location.assign(url);",
    "replace": "location.replace(url);",
    "document": "document.location = url;",
    "parent": "parent.location = url;",
    "form": "form('get').submit();",
    "posted form": "form('post').submit();",
    "meta": "meta();",
    "navigation": "navigation.navigate(url);",
    "back": "history.back();",
    "far": "history.go(-7);",
}
# How the document in the frame could take the top away.
FROM_CHAT = {
    "link to the top": "link('_top').click();",
    "link to the parent": "link('_parent').click();",
    "href": "top.location.href = url;",
    "assign": "parent.location = url;",
    "replace": "top.location.replace(url);",
    "form": "form('get', '_top').submit();",
    "posted form": "form('post', '_parent').submit();",
    "frames": "top.frames.location = url;",
    "close": "top.close();",
    "history": "top.history.back();",
}
TRY = """
    const link = (target) => {
        const made = document.createElement('a');
        Object.assign(made, { href: url, target, hidden: true });
        document.body.append(made);
        return made;
    };
    const form = (method, target = '') => {
        const made = document.createElement('form');
        Object.assign(made, { method, target, action: url });
        document.body.append(made);
        return made;
    };
    const meta = () => {
        const made = document.createElement('meta');
        Object.assign(made, { httpEquiv: 'refresh', content: `0;url=${url}` });
        document.head.append(made);
    };
    let url = '';
    let tried = 0;
    for (const [kind, address] of argument) {
        url = address;
        tried += 1;
        try { kinds[kind](); } catch { /* refused at once */ }
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return tried;
"""


# A place of the shell's own, where no control is.
BAR = (600, 30)


@pytest.fixture(name="site")
def _site() -> Iterator[ForeignSite]:
    with foreign_site() as site:
        yield site


def addresses(app: DrivenApp, site: ForeignSite) -> list[str]:
    """Return where the top document has nothing to look for: elsewhere, other schemes, and beside the shell."""
    shell = app.top_url()
    return [
        f"{site.url}/page",
        site.url.replace("127.0.0.1", "localhost") + "/page",
        "https://example.invalid/",
        "file:///etc/passwd",
        "data:text/html,<h1>x</h1>",
        "javascript:document.write(1)",
        "view-source:" + shell,
        "chrome://version/",
        "ftp://127.0.0.1/",
        "mailto:a@example.org",
        "agentnook:open",
        shell.replace("/shell/index.html", "/locales/en.json"),
        shell + "?again",
        shell.replace("index.html", "./"),
    ]


def attempts(kinds: dict[str, str], urls: list[str]) -> list[tuple[str, str]]:
    return [(kind, url) for url in urls for kind in kinds]


def script(kinds: dict[str, str]) -> str:
    table = ",".join(f"'{kind}': () => {{ {code} }}" for kind, code in kinds.items())
    return f"const kinds = {{ {table} }}; {TRY}"


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t06_three_hundred_navigations_leave_the_shell_where_it_is(app: DrivenApp, site: ForeignSite) -> None:
    shell, before = app.top_url(), app.notes()
    app.in_shell("globalThis.__here = true;")
    urls = addresses(app, site)
    tried = app.in_shell(script(FROM_SHELL), attempts(FROM_SHELL, urls))
    tried += app.in_chat(script(FROM_CHAT), attempts(FROM_CHAT, urls))
    assert tried >= NAVIGATIONS
    assert app.top_url() == shell
    # It is the very same document, and its token is still the one that counts.
    assert app.in_shell("return globalThis.__here;") is True
    assert app.ask("app.ping", n=6) == {"n": 6}
    assert site.paths == []
    after = app.notes()
    assert (after["page_loads"], after["page_opens"]) == (before["page_loads"], before["page_opens"])


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t06_a_link_that_is_dragged_here_goes_nowhere(app: DrivenApp, site: ForeignSite) -> None:
    app.in_shell(WATCH_DROPS)
    drag_from_outside(app, [site.url], BAR, lambda: app.in_shell(IS_OVER))
    wait_until(lambda: app.in_shell("return globalThis.__dropped > 0;"), what="the drop")
    assert app.ask("app.ping", n=6) == {"n": 6}
    assert app.in_shell("return globalThis.__here;") is True
    assert site.paths == []


@pytest.mark.parametrize("engine", BOTH)
def test_t06_a_link_that_is_dragged_here_takes_the_window_without_guards_twin(
    engine: str, tmp_path: Path, site: ForeignSite
) -> None:
    with open_window(engine, tmp_path, without=("navigation policy", "drop setting")) as app:
        app.in_shell(WATCH_DROPS + WITHOUT_DROP_GUARD)
        drag_from_outside(app, [site.url], BAR, lambda: app.in_shell(IS_OVER))
        # Qt would like another window for it.
        wait_until(lambda: site.visits() or app.notes()["links_asked"], what="the visit")


@pytest.mark.parametrize("engine", BOTH)
def test_t06_the_shell_leaves_without_the_policy_twin(engine: str, tmp_path: Path, site: ForeignSite) -> None:
    with open_window(engine, tmp_path, without=("navigation policy",)) as app:
        app.in_shell("setTimeout(() => { location.href = argument; });", f"{site.url}/page")
        wait_until(site.visits, what="the visit")
        # Even so it gets nothing: the token goes to the shell's own address only.
        wait_until(lambda: app.notes()["knocks"] >= 2, what="a knock of the foreign page")
        assert site.stolen() == []


@pytest.mark.parametrize("engine", BOTH)
def test_t06_a_foreign_page_gets_the_token_without_the_address_check_twin(
    engine: str, tmp_path: Path, site: ForeignSite
) -> None:
    with open_window(engine, tmp_path, without=("navigation policy", "address check")) as app:
        app.in_shell("setTimeout(() => { location.href = argument; });", f"{site.url}/page")
        wait_until(site.stolen, what="the token")
        assert site.stolen()[0] == app.notes()["token"]
