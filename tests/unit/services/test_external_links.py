"""Which links leave the window, in which words they are shown, and who is remembered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import CannotWrite, LinkNotOpened, LinkRefused
from app.services.external_links import LINK_MAX_CHARACTERS, ExternalLinks, LinkPolicy, Verdict


def judge(url: str) -> Verdict:
    return LinkPolicy().judge(url)


class Recorder:
    """Stands in for the system and for the settings."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.remembered: list[str] = []

    def links(self, *allowed: str) -> ExternalLinks:
        return ExternalLinks(LinkPolicy(allowed), self.remembered.append, self.opened.append)


@pytest.mark.parametrize(
    ("url", "opened", "host"),
    [
        ("https://example.com", "https://example.com/", "example.com"),
        ("HTTPS://EXAMPLE.com/A?b=C#d", "https://example.com/A?b=C#d", "example.com"),
        ("https://example.com?q", "https://example.com?q", "example.com"),
        ("https://example.com:443/a", "https://example.com/a", "example.com"),
        ("https://example.com:8443/a", "https://example.com:8443/a", "example.com:8443"),
        ("https://medium.com/@person/a:b", "https://medium.com/@person/a:b", "medium.com"),
        ("https://b\u00fccher.de/stra\u00dfe", "https://xn--bcher-kva.de/stra%C3%9Fe", "xn--bcher-kva.de"),
        ("https://\u0430pple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://xn--bcher-kva.de", "https://xn--bcher-kva.de/", "xn--bcher-kva.de"),
        ("https://a.example/%2e%2e/x", "https://a.example/%2e%2e/x", "a.example"),
        ('https://a.example/"<>`{|}^', "https://a.example/%22%3C%3E%60%7B%7C%7D%5E", "a.example"),
        ("https://wiki/page", "https://wiki/page", "wiki"),
        ("https://192.168.1.2/", "https://192.168.1.2/", "192.168.1.2"),
    ],
)
def test_a_web_link_is_written_anew_and_its_host_shown(url: str, opened: str, host: str) -> None:
    assert judge(url) == Verdict("ask", opened, host)


@pytest.mark.parametrize(
    ("url", "opened", "shown"),
    [
        ("mailto:a@example.com", "mailto:a@example.com", "a@example.com"),
        ("MAILTO:a@example.com,b@c.de", "mailto:a@example.com,b@c.de", "a@example.com, b@c.de"),
        ("mailto:a@b.de?cc=c@d.de&subject=Hi", "mailto:a@b.de?cc=c%40d.de&subject=Hi", "a@b.de, c@d.de"),
        ("mailto:a@b.de?Subject=a%20b&body=x%0D%0Ay%09z", "mailto:a@b.de?subject=a%20b&body=x%0D%0Ay%09z", "a@b.de"),
        ("mailto:a@b.de?body=gr\u00fcn%26wei%C3%9F", "mailto:a@b.de?body=gr%C3%BCn%26wei%C3%9F", "a@b.de"),
        ("mailto:a@b.de?subject=Let's%22", "mailto:a@b.de?subject=Let%E2%80%99s%22", "a@b.de"),
        ("mailto:a@b.de?", "mailto:a@b.de", "a@b.de"),
    ],
)
def test_a_mail_link_is_written_anew_and_all_its_readers_shown(url: str, opened: str, shown: str) -> None:
    assert judge(url) == Verdict("ask", opened, shown)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "scheme"),
        ("example.com", "scheme"),
        ("http://example.com", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("smb://host/share", "scheme"),
        ("-flag", "scheme"),
        ("https", "address"),
        ("httpshttps://a.b", "scheme"),
        (" https://a.b", "characters"),
        ("https://a.b/\n", "characters"),
        ("java\tscript:x", "characters"),
        ("https://a.b\\@c.d", "characters"),
        ("https://a.b/\u202egnp.exe", "characters"),
        ("https://a\u200b.b", "characters"),
        ("https://a.b/\u00a0", "characters"),
        ("https://a.b/\ud800", "characters"),
        ("https://a.b/" + "x" * LINK_MAX_CHARACTERS, "characters"),
        ("https:a.b", "address"),
        ("https:/a.b", "address"),
        ("https:///a.b", "address"),
        ("https://", "address"),
        ("https://user@a.b", "address"),
        ("https://user:word@a.b", "address"),
        ("https://a.b:0", "address"),
        ("https://a.b:65536", "address"),
        ("https://a.b:", "address"),
        ("https://a.b:x", "address"),
        ("https://[::1]/", "address"),
        ("https://a..b/", "address"),
        ("https://a.b./", "address"),
        ("https://-a.b/", "address"),
        ("https://a_b.c/", "address"),
        ("https://a%2eb/", "address"),
        ("https://a,b/", "address"),
        ("https://2130706433/", "address"),
        ("https://0x7f.1/", "address"),
        ("https://127.1/", "address"),
        ("https://010.0.0.1/", "address"),
        ("https://1.2.3.4.5/", "address"),
        ("https://\u2100.example/", "address"),
        ("https://" + "a" * 64 + ".com/", "address"),
        ("https://" + "\u00fc" * 64 + ".com/", "address"),
        ("https://" + "a." * 127 + "com/", "address"),
        ("mailto:", "address"),
        ("mailto:?to=a@b.de", "address"),
        ("mailto:a", "address"),
        ("mailto:a@", "address"),
        ("mailto:-a@b.de", "address"),
        ("mailto:a@b@c.de", "address"),
        ("mailto:a@b\u00fccher.de", "address"),
        ("mailto:a%40b.de", "address"),
        ("mailto:a@b.de,", "address"),
        ("mailto:a@b.de#x", "address"),
        ("mailto:a@b.de?attach=/etc/passwd", "address"),
        ("mailto:a@b.de?attachment=x", "address"),
        ("mailto:a@b.de?bcc=c@d.de", "address"),
        ("mailto:a@b.de?to=c@d.de", "address"),
        ("mailto:a@b.de?subject=a&subject=b", "address"),
        ("mailto:a@b.de?subject=a%0D%0ABcc:%20c@d.de", "address"),
        ("mailto:a@b.de?body=%00", "address"),
        ("mailto:a@b.de?body=%FF", "address"),
        ("mailto:a@b.de?cc=%3Cc@d.de%3E", "address"),
        ("mailto:a@b.de&x", "address"),
        ("mailto:" + ",".join(["a@b.de"] * 11), "address"),
    ],
)
def test_everything_else_is_refused(url: str, reason: str) -> None:
    assert judge(url) == Verdict("refuse", reason=reason)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(["", "https://", "mailto:", "https://a.b/", "mailto:a@b.de?body="]), st.text(max_size=60))
def test_what_may_leave_is_plain_ascii_and_stays_the_same_when_judged_again(start: str, rest: str) -> None:
    verdict = judge(start + rest)
    if verdict.decision != "refuse":
        assert verdict.url.isascii()
        assert verdict.url.isprintable()
        assert verdict.url.startswith(("https://", "mailto:"))
        assert judge(verdict.url) == verdict


def test_a_new_host_is_shown_and_opened_once_a_person_agreed() -> None:
    system = Recorder()
    links = system.links()
    assert links.open("https://a.example/x", False) == ("ask", "a.example")
    assert system.opened == []
    assert links.open("https://a.example/x", True) == ("opened", "a.example")
    assert links.open("https://A.example/y", False) == ("opened", "a.example")
    assert system.opened == ["https://a.example/x", "https://a.example/y"]
    assert system.remembered == ["a.example"]


@pytest.mark.parametrize("url", ["https://b.a.example/", "https://a.example:8443/", "https://a.example.evil.example/"])
def test_agreeing_to_a_host_is_not_agreeing_to_its_neighbours(url: str) -> None:
    assert Recorder().links("a.example").open(url, False)[0] == "ask"


def test_a_host_that_was_agreed_to_before_is_opened_at_once() -> None:
    system = Recorder()
    assert system.links("a.example").open("https://a.example/", False) == ("opened", "a.example")
    assert system.remembered == []


def test_a_mail_address_is_shown_every_time() -> None:
    system = Recorder()
    links = system.links()
    assert links.open("mailto:a@b.de", True) == ("opened", "a@b.de")
    assert links.open("mailto:a@b.de", False) == ("ask", "a@b.de")
    assert system.remembered == []


def test_what_was_shown_whole_is_judged_opened_as_written_anew_and_not_agreed_to() -> None:
    system = Recorder()
    links = system.links()
    for url in ("file:///etc/passwd", "javascript:alert(1)", "http://a.example", "https://a@b.example", "-flag", ""):
        with pytest.raises(LinkRefused):
            links.open_shown(url)
    links.open_shown("HTTPS://Bücher.example/a")
    assert system.opened == ["https://xn--bcher-kva.example/a"]
    assert links.open("https://xn--bcher-kva.example/", False)[0] == "ask"


def test_agreement_does_not_open_what_is_refused() -> None:
    system = Recorder()
    with pytest.raises(LinkRefused) as caught:
        system.links().open("file:///etc/passwd", True)
    assert "passwd" not in str(caught.value.envelope())
    assert system.opened == []


def test_a_host_is_not_remembered_when_nothing_opened_it() -> None:
    system = Recorder()

    def fail(url: str) -> None:
        raise LinkNotOpened

    links = ExternalLinks(LinkPolicy(), system.remembered.append, fail)
    with pytest.raises(LinkNotOpened):
        links.open("https://a.example/", True)
    assert system.remembered == []
    assert links.open("https://a.example/", False) == ("ask", "a.example")


def test_an_open_link_stays_a_success_when_its_host_cannot_be_remembered(caplog: pytest.LogCaptureFixture) -> None:
    def fail(host: str) -> None:
        raise CannotWrite

    links = ExternalLinks(LinkPolicy(), fail, Recorder().opened.append)
    assert links.open("https://a.example/", True) == ("opened", "a.example")
    assert "cannot_write" in caplog.text
    assert "a.example" not in caplog.text
