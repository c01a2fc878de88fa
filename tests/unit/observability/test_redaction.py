"""What `redact` hides, what it leaves alone, and that nothing makes it slow. The corpus of secrets is T20's."""

from __future__ import annotations

import json
import sys
import time
import timeit
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.observability import redaction
from app.observability.own_names import OwnNames, own_names
from app.observability.redaction import CUT_MARK, LASTING_SECRETS, MAXIMUM_LENGTH, MOST_SECRETS, Redactor, spellings
from app.observability.secret_shapes import SHAPES
from app.resources import load_catalogue
from tests.support.processes import ROOT
from tests.support.redactors import use_redactor

NAMES = OwnNames(
    homes=("/home/ann.smith",), users=("ann.smith", "Ann Smith"), hosts=("workbox-7",), code=("/opt/agentnook",)
)


Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
OTHER_KEYS = (
    *("nvapi-abcdefghijkl1234", "AQ.Ab8RN6abcdefgh12345", "hvs.CAESIabcdefgh1234", "glsa_abcdefgh12345678"),
    *("ATATT3xFfGF0abcdefgh", "sb_secret_abcdefgh1234", "sk_abcdefgh12345678", "org-abcdefgh12345678"),
    *("thread_abc123DEF456ghi7", "cthr_abcdef0123456789"),
)


@pytest.fixture
def redactor() -> Redactor:
    redactor = Redactor(NAMES)
    redactor.keep_folder("/mnt/data/nook")
    redactor.keep_folder("/home/ann.smith/.local/share/agentnook")
    return redactor


@pytest.mark.parametrize(
    "line",
    [
        "Serving 41 files on both loopback addresses",
        "Bridge call settings.read answered in 3.2 ms (lane quick, 2 in flight)",
        "risk-free disk-usage task-list: 3 tokens, 12 keys, 50 %",
        "the token is null: token=None, password: null, secret=true",
        "a bearer of news, a basic outfit",
        "the token is unsuitable, the API key is unavailable, a secret is 12 characters, token limit 128000",
        "thread_identifier_of_it, org-wide-administration, task_0123456789abcdefgh, sk_something, FAQ.questions-and",
        "python -u app/main.py, -u https://a, <key>CFBundleIdentifier</key>, the <token> and <secret> here",
        "File app/services/home.py, line 12, in users",
        "https://example.com/docs/page",
        "http://127.0.0.1:8080/short",
        "100%free and %zz and 5%25",
        "",
    ],
)
def test_an_ordinary_line_stays_as_it_is(redactor: Redactor, line: str) -> None:
    assert redactor.redact(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sk-proj-abcDEF123456 was refused", "[secret] was refused"),
        ("hf_abcdefgheyJabcDEF123456 was refused", "[secret] was refused"),
        ("Authorization: Bearer abcDEF123456", "Authorization: [secret]"),
        ('{"token": "abc", "n": 1}', '{"token":[secret], "n": 1}'),
        ("password=a b c user=x", "password=[secret] user=x"),
        ("the password is swordfish", "the password is [secret]"),
        ("http://ann:pw@example.com/x", "http://[secret]@example.com/x"),
        ("https://example.com/x?a=b#c", "https://example.com/x?[secret]"),
        ("/home/ann.smith/notes", "~/[path]"),
        ("/home/ann.smithson/notes", "/home/[user]/[path]"),
        (r"C:\Users\Ann Smith\notes", r"C:\Users\[user]/[path]"),
        ("ann.smith on WORKBOX-7", "[name] on [name]"),
        ("write to bob@example.com now", "write to [e-mail] now"),
        ("%2Fhome%2Fann.smith%2Fnotes", "~/[path]"),
        ("token abcdef123456 was refused", "token [secret] was refused"),
        ("the API key is AbCdEf123456", "the API key is [secret]"),
        ("X-Api-Key abcdefghijkl", "X-Api-Key [secret]"),
        ("pw=geheim", "pw=[secret]"),
        ("Passwort=geheim", "Passwort=[secret]"),
        ("Kennwort: geheim", "Kennwort:[secret]"),
        ("curl -u 'x:geheim' https://a", "curl -u '[secret]' https://a"),
        ("curl --user x:geheim https://a", "curl --user [secret] https://a"),
        ("<password>ge heim</password>", "<password>[secret]</password>"),
        *((f"{key} was refused", "[secret] was refused") for key in OTHER_KEYS),
        ("http://localhost:4123/abcdefghij-0123456789/chat/x", "http://localhost:4123/[secret]/chat/x"),
    ],
)
def test_a_secret_leaves_its_surroundings_readable(redactor: Redactor, before: str, after: str) -> None:
    assert redactor.redact(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "/mnt/data/nook/settings.json: Permission denied",
        "~/.local/share/agentnook/log/agentnook.log is there, 3 KB",
        "[Errno 18] Invalid cross-device link: '/mnt/data/nook/a' -> '/mnt/data/nook/b'",
        "[Errno 13] Permission denied: '/etc/ssl/certs'",
        'File "/opt/agentnook/app/x.py", line 3',
        "mv '/mnt/data/nook/x y' /tmp/",
        r"C:\Program Files\Agentnook\app.exe",
        "GET https://example.com/media/x 200",
        "GET /tmp",
        "~/.config/environment.d/x.conf and ~/.local/lib/python3.11/x.py, then ~/.bashrc",
        "~/Library/Application Support/Other/x",
        "file:///usr/share/x and file:///opt/agentnook/x",
        "http://localhost/x, https://example.com//a/b and '// a remark'",
        "PosixPath('/usr/lib/x.so'), PosixPath('/opt/agentnook/x'), Path('settings.json')",
        "/run/user/1000/bus and /run/user/1000/wayland-0",
        "~/.config is no folder: ~/.config/a, then /tmp, ~/.local/state and ~/.local",
        r"~\AppData\Local\Programs\Python\x.py",
    ],
)
def test_the_programs_own_files_stay_readable(redactor: Redactor, line: str) -> None:
    assert redactor.redact(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("~/Documents/Anna.pdf is too long", "~/[path]"),
        ("~/.local/share/Trash/files/Anna.pdf", "~/[path]"),
        ("~/.mail/Anna", "~/[path]"),
        ("'/media/ann/Anna's letter.pdf' is too long", "'/media/[path]' is too long"),
        (r"'/media/O\'Hara/Anna\'s \"letter\".pdf', 3", "'/media/[path]', 3"),
        ("b'/srv/Anna.pdf'", "b'/srv/[path]'"),
        ("/mnt/data/nook-of-anna/x", "/mnt/[path]"),
        ("[Errno 2] No such file or directory: b'/data/Anna.pdf'", "[Errno 2] No such file or directory: b'[path]'"),
        ("[Errno 2] No: '/mnt/data/nook/a' -> '/data/Anna'", "[Errno 2] No: '/mnt/data/nook/a' -> '[path]'"),
        (r"D:\Letters\Anna.pdf", "D:/[path]"),
        (r"\\server\share\Anna.pdf", r"\\/[path]"),
        ('{"file": "/Volumes/Stick/Anna.pdf", "n": 1}', '{"file": "/Volumes/[path]", "n": 1}'),
        ("file:///run/media/ann/Anna.pdf", "file:///[path]"),
        ("/home/O'Hara/Anna.pdf", "/home/[user]/[path]"),
        # Whatever stands before a home.
        ("file://anna-pc/home/ann.smith/Anna.pdf", "file://anna-pc~/[path]"),
        ("//home/ann.smith/Anna.pdf", "/~/[path]"),
        ("file:////home/ann.smith/Anna.pdf", "file:///[path]"),
        ("sftp://nas/home/ann.smith/Anna.pdf", "sftp://nas~/[path]"),
        ("sftp://nas/home/bob/Anna.pdf", "sftp://nas/[path]"),
        ("host=nas/home/ann.smith/Anna.pdf", "host=nas~/[path]"),
        ("-o/home/ann.smith/Anna.pdf", "-o~/[path]"),
        ("error)/home/ann.smith/Anna.pdf", "error)~/[path]"),
        ("../home/ann.smith/Anna.pdf", "..~/[path]"),
        ("../home/bob/Anna.pdf", "../home/[user]/[path]"),
        ("~~/Anna.pdf", "~~/[path]"),
        # Lent, kept for a while, or far away.
        ("/run/user/1000/doc/ab12/Anna.pdf", "/run/user/1000/doc/[path]"),
        ("/run/user/1000/gvfs/smb-share:server=nas,share=x/Anna.pdf", "/run/user/1000/gvfs/[path]"),
        ("/private/var/folders/zz/abc/T/Anna.pdf", "/private/var/folders/[path]"),
        ("//server/share/Anna.pdf", "//server/[path]"),
        ("smb://nas/share/Anna.pdf", "smb://nas/[path]"),
        ("file:///data/Anna.pdf", "file:///[path]"),
        ("file:///D:/Anna.pdf", "file:///[path]"),
        (r"file:\/\/\/data\/Anna.pdf", r"file:\/\//[path]"),
        ("'file:///data/Anna.pdf', 3", "'file:///[path]', 3"),
        ("PosixPath('/data/Acme/Anna.pdf'), 3", "PosixPath('[path]'), 3"),
        (r"PureWindowsPath('E:/Acme/Anna.pdf')", "PureWindowsPath('[path]')"),
        ("[Errno 2] No: '/usr/../data/Anna.pdf'", "[Errno 2] No: '[path]'"),
        # Among what programs keep, too.
        (
            r"C:\Users\ann\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\A1\x.docx",
            r"C:\Users\[user]/[path]",
        ),
        (r"C:\Users\ann\AppData\Local\Temp\Anna.docx", r"C:\Users\[user]/[path]"),
        (r"C:\Users\ann\AppData\Roaming\Microsoft\Windows\Recent\Anna.lnk", r"C:\Users\[user]/[path]"),
        ("~/.cache/thunderbird/Anna.pdf", "~/[path]"),
        ("~/Library/Caches/x/Anna.pdf", "~/[path]"),
        ("~/.local/tmp/Anna.pdf", "~/[path]"),
        ("~/.config-backup/Anna.pdf", "~/[path]"),
        ("~/.config/../Documents/Anna.pdf", "~/[path]"),
        ("~/.config/My App/../../Documents/Anna.pdf", "~/[path]"),
        ("~/.bashrc-of-anna/x", "~/[path]"),
        ("~/.local/share/agentnook/../Anna.pdf", "~/[path]"),
    ],
)
def test_the_files_of_a_person_are_hidden(redactor: Redactor, before: str, after: str) -> None:
    assert redactor.redact(before) == after


def test_a_whole_home_is_no_folder_of_the_program(redactor: Redactor) -> None:
    redactor.keep_folder("/home/ann.smith")
    assert redactor.redact("/home/ann.smith/Anna.pdf") == "~/[path]"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["İpek", "Jörg", "Gül İnce"])
def test_a_name_is_hidden_however_it_is_spelled(name: str, form: Form) -> None:
    redactor = Redactor(OwnNames(homes=(f"/data/{name}",), users=(name,)))
    for spelled in (unicodedata.normalize(form, name), unicodedata.normalize(form, name.lower())):
        for written in (spelled, json.dumps(spelled)[1:-1]):
            assert redactor.redact(f"of {written}.") == "of [name]."
            assert redactor.redact(f"/data/{written}/Anna.pdf") == "~/[path]"


def test_a_folder_of_the_program_may_have_a_home_within(redactor: Redactor) -> None:
    redactor.keep_folder("/opt/disk/home/ann.smith/nook")
    line = "/opt/disk/home/ann.smith/nook/log/x"
    assert redactor.redact(line) == "/opt/disk~/nook/log/x"


def test_no_sentence_of_diagnostics_is_taken_for_a_secret(redactor: Redactor) -> None:
    said = {
        key: words for key, words in load_catalogue("en").items() if key.startswith(("doctor.", "error.", "shell."))
    }
    assert {key: redactor.redact(words) for key, words in said.items()} == said


def test_a_folder_of_the_program_may_be_on_a_disk_of_somebody(redactor: Redactor) -> None:
    redactor.keep_folder("/media/ann.smith/nook")
    assert redactor.redact("/media/ann.smith/nook/x and /media/ann.smith/y") == "/media/[name]/nook/x and /media/[path]"


@pytest.mark.parametrize("cut_off", ['password="never ends', "token={'a': {'b': 'c'}, 'd'", '"secret": ["a", "b"'])
def test_a_value_without_its_end_takes_the_rest_of_the_line(redactor: Redactor, cut_off: str) -> None:
    assert redactor.redact(f"{cut_off}\nnext line").endswith("[secret]\nnext line")


def test_a_registered_secret_is_hidden_whatever_its_shape(redactor: Redactor) -> None:
    secret = 'plain words / with "quotes" \\ and ümlaut'
    redactor.register(secret)
    for spelling in spellings(secret):
        assert redactor.redact(f"it is {spelling}.") == "it is [secret]."


def test_a_few_characters_are_not_registered(redactor: Redactor) -> None:
    redactor.register("a")
    assert redactor.redact("a banana") == "a banana"


def test_the_first_registered_secrets_stay_and_the_oldest_of_the_others_makes_room(redactor: Redactor) -> None:
    for number in range(MOST_SECRETS + 1):
        redactor.register(f"value-of-{number:04d}")
    redacted = redactor.redact(f"value-of-0000 value-of-{LASTING_SECRETS:04d} value-of-{MOST_SECRETS:04d}")
    assert redacted == f"[secret] value-of-{LASTING_SECRETS:04d} [secret]"


def test_a_longer_secret_goes_before_one_it_begins_with(redactor: Redactor) -> None:
    redactor.register("abcdefgh")
    redactor.register("abcdefgh-longer")
    assert redactor.redact("abcdefgh-longer abcdefgh") == "[secret] [secret]"


def test_a_long_text_is_cut_between_two_words(redactor: Redactor) -> None:
    key = "sk-" + "x" * 40
    text = "a " * (MAXIMUM_LENGTH // 2 - 10) + key
    redacted = redactor.redact(text)
    assert redacted.endswith("a" + CUT_MARK)
    assert "x" not in redacted
    assert redactor.redact("x" * (MAXIMUM_LENGTH + 1)) == CUT_MARK


def test_the_names_of_this_computer_are_found() -> None:
    names = own_names({"HOME": "/home/zoe", "USER": "zoe", "LOGNAME": "root", "USERNAME": "77"})
    assert "/home/zoe" in names.homes
    assert "zoe" in names.users
    assert not {"root", "77"} & set(names.users)


def test_a_folder_that_is_in_every_path_is_no_home() -> None:
    assert "/" not in own_names({"HOME": "/"}).homes


def test_the_working_folder_is_none_of_the_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["/home/zoe/Documents", "/home/zoe/.local/lib/python3.11/site-packages"])
    code = own_names({}).code
    assert "/home/zoe/.local/lib/python3.11/site-packages" in code
    assert "/home/zoe/Documents" not in code
    assert str(ROOT) in code


def test_an_account_without_an_entry_has_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: 4_000_000)
    assert own_names({}).homes == ()


def test_the_process_has_one_redactor(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, Redactor(NAMES))
    redaction.register_secret("a-token-of-this-run")
    assert redaction.redact("it is a-token-of-this-run, ann.smith") == "it is [secret], [name]"


def test_every_shape_is_reached_through_its_triggers() -> None:
    """A pattern that matches where no trigger stands would never run."""
    for shape in SHAPES:
        assert shape.triggers
        assert all(trigger == trigger.lower() for trigger in shape.triggers)


PIECES = [*"ab1 \n\\\"'{}[]()@:/=&?#%+,;.-_", "sk-", "token", "password", "://", "home", "Bearer ", "eyJ"]
PIECES += ["/mnt/", "' -> '", "[Errno 2] x: ", "D:\\", "~/"]


ANY_TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
CANARY = "Zq7xVwZq7xVwZq7xVw"
SECRETS = (f"sk-{CANARY}", f"Bearer {CANARY}", f'password="{CANARY}"', f"http://u:{CANARY}@h/", f"token: {CANARY}")


@settings(derandomize=True, max_examples=400, deadline=None)
@given(before=ANY_TEXT, secret=st.sampled_from(SECRETS), after=ANY_TEXT)
def test_a_secret_is_hidden_whatever_stands_around_it(before: str, secret: str, after: str) -> None:
    assert CANARY not in Redactor(NAMES).redact(f"{before} {secret} {after}")


HOSTILE = ["token=", 'token="', "token={", "auth=(", "://", "://a:", "://a@", "a@", "a.", "a:", "--", "--token-", "eyJ"]
HOSTILE += [
    "eyJaaaaaaaaa.",
    "-----BEGIN A-----",
    "/home/a ",
    "bearer ",
    "%41",
    "\\",
    " ",
    "\\users\\a a",
    "'/mnt/a",
    "' -> '",
    "[Errno 2] x: '",
    "\\\\a\\b ",
    "x-key",
    "token is ",
    "<a.token>",
    "-u a:",
    "~/.config/",
    "~/.config/a\n",
    "file:///",
    "//a",
    "path('/usr/",
    "x" * 63 + ":",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_makes_it_slow(redactor: Redactor, piece: str) -> None:
    text = (piece * (MAXIMUM_LENGTH // len(piece)))[:MAXIMUM_LENGTH]
    began = time.monotonic()
    redactor.redact(text)
    assert time.monotonic() - began < 5


def test_backslashes_are_looked_at_once(redactor: Redactor) -> None:
    """A run of them takes no longer than as many of the slashes that it may stand for."""

    def seconds(text: str) -> float:
        return min(timeit.repeat(lambda: redactor.redact(text), number=1, repeat=3))

    assert seconds("~/ " + "\\" * 60_000) < 8 * seconds("~/ " + "/" * 60_000)
