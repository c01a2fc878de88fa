"""Pins the seams of pywebview that the engines replace, on its source: to import them takes their toolkits.

When one of these fails after an upgrade, read the place it names and app/window/engines again: a seam that moved may
mean that pywebview's own dispatcher is back in the page.
"""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.window.engines import gtk_relay

PLATFORMS = ("qt", "gtk", "edgechromium", "cocoa")
ROOT = Path(__file__).parents[2]


def _package() -> Path:
    spec = importlib.util.find_spec("webview")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _tree(path: str) -> ast.Module:
    return ast.parse((_package() / path).read_text("utf-8"))


def _platform(name: str) -> ast.Module:
    return _tree(f"platforms/{name}.py")


def _member(scope: ast.AST, name: str) -> ast.ClassDef | ast.FunctionDef:
    """Return the class or function of this name in a scope itself, or in one of its branches."""
    for node in _statements(scope):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name:
            return node
    raise AssertionError(f"{getattr(scope, 'name', 'the module')} has no {name}")


def _statements(scope: ast.AST) -> Iterator[ast.AST]:
    for node in getattr(scope, "body", []):
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from _statements(node)
            yield from node.orelse


def _path(tree: ast.AST, *names: str) -> ast.ClassDef | ast.FunctionDef:
    for name in names:
        tree = _member(tree, name)
    assert isinstance(tree, ast.ClassDef | ast.FunctionDef)
    return tree


def _parameters(tree: ast.AST, *names: str) -> list[str]:
    function = _path(tree, *names)
    assert isinstance(function, ast.FunctionDef)
    return [argument.arg for argument in function.args.args]


def _calls(scope: ast.AST) -> list[str]:
    """Return every call in a scope as source, in the order of its lines."""
    nodes = sorted((node for node in ast.walk(scope) if isinstance(node, ast.Call)), key=lambda node: node.lineno)
    return [ast.unparse(node) for node in nodes]


def _position(calls: list[str], beginning: str) -> int:
    places = [place for place, call in enumerate(calls) if call.startswith(beginning)]
    assert places, f"no call of {beginning}"
    return places[0]


def test_the_version_is_the_one_these_pins_were_read_from() -> None:
    assert importlib.metadata.version("pywebview") == "6.2.1"


def test_the_dispatcher_and_the_injector_take_what_our_stand_ins_take() -> None:
    util = _tree("util.py")
    assert _parameters(util, "js_bridge_call") == ["window", "func_name", "param", "value_id"]
    assert _parameters(util, "inject_pywebview") == ["platform", "window"]


@pytest.mark.parametrize("name", PLATFORMS)
def test_each_platform_reaches_them_by_a_name_of_its_own_module(name: str) -> None:
    tree = _platform(name)
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "webview.util"
        for alias in node.names
    }
    assert {"js_bridge_call", "inject_pywebview"} <= imported
    calls = _calls(tree)
    assert any(call.startswith("js_bridge_call(") for call in calls)
    assert any(call.startswith("inject_pywebview(") for call in calls)
    # No other way leads to either of them.
    assert not [call for call in calls if call.startswith(("util.", "webview.util."))]


def test_the_injector_tells_the_events_that_our_stand_in_tells() -> None:
    calls = _calls(_path(_tree("util.py"), "inject_pywebview"))
    for event in ("before_load", "_pywebviewready", "loaded"):
        assert f"window.events.{event}.set()" in calls


@pytest.mark.parametrize("name", ["dom/__init__.py", "window.py", "util.py", "__init__.py"])
def test_nothing_else_of_pywebview_calls_the_dispatcher(name: str) -> None:
    assert not [call for call in _calls(_tree(name)) if call.startswith("js_bridge_call(")]


def test_qt_bridge() -> None:
    view = _path(_platform("qt"), "BrowserView")
    assert _parameters(view, "JSBridge", "call") == ["self", "func_name", "param", "value_id"]
    assert _parameters(view, "_set_js_api") == ["self"]
    # The only place that registers pywebview's own object, and the only one that calls it.
    registering = [call for call in _calls(view) if "registerObject" in call]
    assert registering == ["self.channel.registerObject('external', self.js_bridge)"]
    assert registering[0] in _calls(_path(view, "_set_js_api"))
    assert "self._set_js_api()" in _calls(_path(view, "on_load_finished"))
    assert "QWebChannel(self.webview.page())" in _calls(_path(view, "__init__"))


def test_qt_page() -> None:
    view = _path(_platform("qt"), "BrowserView")
    assert _parameters(view, "WebPage", "onFeaturePermissionRequested") == ["self", "url", "feature"]
    assert _parameters(view, "WebPage", "createWindow") == ["self", "type"]
    assert _parameters(view, "NavigationHandler", "__init__") == ["self", "page"]
    assert _parameters(view, "RequestInterceptor", "__init__") == ["self", "window"]
    page = _path(view, "WebPage")
    calls = _calls(_path(page, "__init__"))
    assert "self.featurePermissionRequested.connect(self.onFeaturePermissionRequested)" in calls
    assert "BrowserView.NavigationHandler(self)" in calls
    assert "BrowserView.RequestInterceptor(self.pywebview_window)" in _calls(_path(view, "__init__"))
    # Ours is added there; pywebview has one only for the old QtWebKit.
    names = [node.name for node in ast.walk(page) if isinstance(node, ast.FunctionDef)]
    assert names.count("acceptNavigationRequest") == 1
    ours = {"chooseFiles", "javaScriptConsoleMessage", "javaScriptAlert", "javaScriptConfirm", "javaScriptPrompt"}
    assert not ours & set(names)


def test_qt_is_hardened_after_the_page_was_asked_for_but_before_it_can_load() -> None:
    """The event comes after `setUrl` on the same turn of the loop: what a page is made of is replaced before."""
    calls = _calls(_path(_platform("qt"), "BrowserView", "__init__"))
    shown = _position(calls, "self.pywebview_window.events.before_show.set(")
    assert _position(calls, "self.webview.setPage(BrowserView.WebPage(") < _position(calls, "self.webview.setUrl(")
    assert _position(calls, "self.webview.setUrl(") < shown
    assert calls[shown + 1 :] == []


def test_qt_flags_come_by_a_name_we_replace() -> None:
    calls = _calls(_path(_platform("qt"), "BrowserView", "__init__"))
    assert any("--use-fake-ui-for-media-stream" in call for call in calls if call.startswith("environ_append("))


def test_qt_takes_an_interrupt_with_a_handler_we_replace() -> None:
    assert "signal.signal(signal.SIGINT, _sigint_handler)" in _calls(_path(_platform("qt"), "create_window"))
    assert not [call for call in _calls(_platform("gtk")) if call.startswith("signal.")]


def test_gtk_bridge() -> None:
    view = _path(_platform("gtk"), "BrowserView")
    assert _parameters(view, "on_js_bridge_call") == ["self", "manager", "message"]
    calls = _calls(_path(view, "__init__"))
    assert "self.manager.register_script_message_handler('jsBridge')" in calls
    assert "self.manager.connect('script-message-received', self.on_js_bridge_call)" in calls
    assert gtk_relay.PYWEBVIEWS_HANDLER == "jsBridge"
    # It opens message boxes before it asks the dispatcher, so the receiver itself has to be replaced.
    assert "self.message_box(body['params'])" in _calls(_path(view, "on_js_bridge_call"))


def test_gtk_handlers() -> None:
    view = _path(_platform("gtk"), "BrowserView")
    calls = _calls(_path(view, "__init__"))
    for signal, handler in (
        ("load_changed", "on_load_finish"),
        ("decide-policy", "on_navigation"),
        ("drag-data-received", "on_drag_data"),
        ("resource-load-started", "on_request"),
    ):
        assert f"self.webview.connect('{signal}', self.{handler})" in calls
        assert isinstance(_path(view, handler), ast.FunctionDef)
    assert _parameters(view, "on_load_finish") == ["self", "webview", "status"]


def test_gtk_is_hardened_before_the_page_is_asked_for() -> None:
    calls = _calls(_path(_platform("gtk"), "BrowserView", "__init__"))
    assert _position(calls, "self.pywebview_window.events.before_show.set(") < _position(
        calls, "self.webview.load_uri("
    )


def test_webview2_bridge() -> None:
    browser = _path(_platform("edgechromium"), "EdgeChrome")
    assert _parameters(browser, "on_script_notify") == ["self", "_", "args"]
    source = ast.unparse(_path(browser, "__init__"))
    assert "self.webview.WebMessageReceived += self.on_script_notify" in source
    assert "self.webview.NavigationStarting += self.on_navigation_start" in source
    notify = ast.unparse(_path(browser, "on_script_notify"))
    assert "func_name, func_param, value_id = json.loads(return_value)" in notify
    assert "js_bridge_call(self.pywebview_window, func_name, func_param, value_id)" in notify
    # It shows message boxes and takes dropped files before it asks the dispatcher, so it has to be replaced itself.
    assert "'_pywebviewAlert'" in notify
    assert "FilesDropped" in notify
    for handler in (
        "on_navigation_start",
        "on_new_window_request",
        "on_web_resource_request",
        "on_web_resource_response",
    ):
        assert len(_parameters(browser, handler)) == 3


def test_cocoa_bridge() -> None:
    view = _path(_platform("cocoa"), "BrowserView")
    receiver = "userContentController_didReceiveScriptMessage_"
    assert _parameters(view, "JSBridge", receiver) == ["self", "controller", "message"]
    assert "js_bridge_call(self.window, body['funcName'], body['params'], body['id'])" in _calls(
        _path(view, "JSBridge", receiver)
    )
    delegate = _path(view, "BrowserDelegate")
    for handler in (
        "webView_decidePolicyForNavigationAction_decisionHandler_",
        "webView_createWebViewWithConfiguration_forNavigationAction_windowFeatures_",
    ):
        assert isinstance(_path(delegate, handler), ast.FunctionDef)


def test_cocoa_is_hardened_before_the_page_is_asked_for() -> None:
    calls = _calls(_path(_platform("cocoa"), "BrowserView", "__init__"))
    assert _position(calls, "self.pywebview_window.events.before_show.set(") < _position(calls, "self.load_url(")


def test_page_and_engines_agree_on_how_a_text_travels() -> None:
    bridge = (ROOT / "assets/shell/bridge.js").read_text("utf-8")
    engines = {
        name: (ROOT / f"app/window/engines/{name}.py").read_text("utf-8") for name in ("qt", "gtk", "webview2", "cocoa")
    }
    assert '"object":"gate","method":"post"' in bridge
    assert 'registerObject("gate"' in engines["qt"]
    assert "def post(self, text: str)" in engines["qt"]
    assert "webkit.messageHandlers.jsBridge.postMessage(message)" in bridge
    assert "get_js_value()" in engines["gtk"]
    assert f"const RELAY_EVENT = '{gtk_relay.EVENT}'" in bridge
    assert "message.body()" in engines["cocoa"]
    assert "chrome.webview.postMessage(message)" in bridge
    assert "TryGetWebMessageAsString()" in engines["webview2"]
