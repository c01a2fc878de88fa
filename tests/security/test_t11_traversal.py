"""T11: a path tries to leave the served files: dots, encodings, hidden files, links planted among the assets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import write_manifest
from app.errors import AssetsDamaged
from app.window import page_files
from app.window.page_files import load_page_files
from app.window.page_request import Place, Request
from app.window.page_server import PageServer, Response
from tests.support.pages import FILES, ask, request_bytes, running_server, token_of, write_assets, write_fresh_manifest

PATH_COUNT = 5000
CANARY = b"canary-d41d8cd98f"
STEPS = (
    *(
        "..",
        "../",
        "..\\",
        "%2e%2e",
        "%2E%2e/",
        "..%2f",
        "..%5c",
        "%252e%252e",
        "..%c0%af",
        "..%255c",
        "....//",
        "..;/",
    ),
    *(".", "./", "//", "\\", "%00", "%0a", "..%00/", "~", "%ef%bc%8e%ef%bc%8e", "..%u2215", "?", "#", "/..;", "..."),
)
GOALS = (
    *(
        "secret.js",
        "secret.txt",
        "../secret.js",
        "manifest.json",
        ".env",
        ".git/config",
        "shell/.hidden.js",
        "etc/passwd",
    ),
    *(
        "shell/link.js",
        "styles/linked/secret.js",
        "linked/secret.js",
        "element/source.js",
        "proc/self/environ",
        "SHELL/MAIN.JS",
    ),
)
STARTS = ("", "shell/", "chat/", "styles/", "shell/main.js/", "element/", "/", "//", "locales/en.json/")


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Return assets among which secrets and ways to them were planted, before and after the manifest was written."""
    folder = write_assets(tmp_path / "assets")
    plant(folder, tmp_path)
    write_fresh_manifest(folder)
    plant_late(folder, tmp_path)
    return folder


def plant(folder: Path, outside: Path) -> None:
    for path in ("secret.js", "secret.txt", "assets/.env", "assets/shell/.hidden.js", "assets/element/source.js"):
        (outside / path).parent.mkdir(exist_ok=True)
        (outside / path).write_bytes(CANARY)
    (folder / "shell" / "link.js").symlink_to(outside / "secret.js")
    (folder / "styles" / "linked").symlink_to(outside)


def plant_late(folder: Path, outside: Path) -> None:
    (folder / "shell" / "late.js").symlink_to(outside / "secret.js")
    (folder / "chat" / "late.js").write_bytes(CANARY)


def hostile_paths() -> Iterator[str]:
    chance = random.Random(11)
    while True:
        steps = "/".join(chance.choices(STEPS, k=chance.randrange(0, 6)))
        yield chance.choice(STARTS) + steps + chance.choice(("", "/", "%2f")) + chance.choice((*GOALS, "shell/late.js"))


def test_t11_no_path_leads_to_anything_but_the_manifest(assets: Path) -> None:
    paths = hostile_paths()
    with running_server(assets) as server:
        for number in range(PATH_COUNT):
            path = next(paths)
            reply = ask(server, request_bytes(server, path, host=("127.0.0.1", "localhost")[number % 2]))
            assert reply.status in (400, 404), path
            assert CANARY not in reply.body, path
        for path, body in FILES.items():
            host = "localhost" if path.startswith("chat/") else "127.0.0.1"
            assert ask(server, request_bytes(server, path, host=host)).body == body


def test_t11_the_token_does_not_open_a_path_of_its_own(assets: Path) -> None:
    with running_server(assets) as server:
        for start in ("shell/../", "%2e/", "./", "/"):
            request = request_bytes(server, "shell/main.js").replace(b"GET /", f"GET /{start}".encode(), 1)
            assert ask(server, request).status == 404


def test_t11_a_file_that_became_a_link_is_damage(assets: Path) -> None:
    (assets / "shell" / "main.js").unlink()
    (assets / "shell" / "main.js").symlink_to(assets.parent / "secret.js")
    with pytest.raises(AssetsDamaged):
        load_page_files(assets)


def test_t11_a_manifest_that_names_a_way_out_is_damage(assets: Path) -> None:
    manifest = assets / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("shell/main.js", "shell/../../secret.js"), "utf-8")
    with pytest.raises(AssetsDamaged):
        load_page_files(assets)


def test_t11_look_up_twin(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def join(server: PageServer, request: Request, place: Place) -> Response:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n"
        return Response(head + (assets / place.path).read_bytes(), len(head))

    monkeypatch.setattr(PageServer, "_find", join)
    with running_server(assets) as server:
        for path in ("shell/../../secret.js", "shell/late.js", "styles/linked/secret.js", ".env", "shell/.hidden.js"):
            assert ask(server, request_bytes(server, path)).body == CANARY


def test_t11_planted_link_twin(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_manifest, "is_served", lambda folder, path: path.is_file() and path.suffix == ".js")
    monkeypatch.setattr(page_files, "is_servable", lambda path: True)
    write_fresh_manifest(assets)
    with running_server(assets) as server:
        assert ask(server, request_bytes(server, "shell/link.js")).body == CANARY
        assert ask(server, request_bytes(server, "shell/.hidden.js")).body == CANARY


def test_t11_altered_file_twin(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (assets / "shell" / "main.js").unlink()
    (assets / "shell" / "main.js").symlink_to(assets.parent / "secret.js")
    monkeypatch.setattr(page_files, "_is_unaltered", lambda path, body, entry: True)
    with running_server(assets) as server:
        assert ask(server, request_bytes(server, "shell/main.js")).body == CANARY
        assert token_of(server) in server.shell_url
