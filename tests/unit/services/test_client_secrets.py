"""A client secret is made once for all who ask, renewed ahead of its end, and given up when the connection changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.errors import AnswerUnusable, Cancelled, InternalError, KeyRefused, NetworkTimeout, RateLimited, ServerTrouble
from app.resources import text
from app.services import client_secrets
from app.services.client_secrets import ClientSecrets, MintedSecret


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Mint:
    """Makes numbered secrets, or fails as scripted."""

    def __init__(self, *failures: Exception, lives: float = 600.0) -> None:
        self.failures, self.lives, self.count = list(failures), lives, 0
        self.gate: Callable[[], object] = lambda: None

    def __call__(self) -> MintedSecret:
        self.count += 1
        self.gate()
        if self.failures:
            raise self.failures.pop(0)
        return MintedSecret(f"ek_{self.count}", 0.0, f"cksess_{self.count}", self.lives)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_secrets, "FIRST_PAUSE_SECONDS", 0.001)


def test_a_refresh_always_brings_a_new_secret_and_another_ask_the_kept_one() -> None:
    mint = Mint()
    secrets = ClientSecrets(mint, Clock())
    assert [secrets.get(None).value, secrets.get(None).value] == ["ek_1", "ek_1"]
    assert [secrets.get("ek_1").value, secrets.get("ek_1").value, secrets.get("ek_2").value] == ["ek_2", "ek_2", "ek_3"]


def test_a_server_that_gives_the_same_secret_again_is_found_out() -> None:
    same = MintedSecret("ek_1", 0.0, "cksess_1")
    with pytest.raises(AnswerUnusable):
        ClientSecrets(lambda: same, Clock()).get("ek_1")


def test_f44_fifty_who_ask_at_once_about_an_expired_secret_make_one() -> None:
    mint, clock = Mint(lives=2.0), Clock()
    secrets = ClientSecrets(mint, clock)
    old = secrets.get(None).value
    clock.now += 2.0
    asking = threading.Barrier(50)

    def ask() -> str:
        asking.wait()
        return secrets.get(old).value

    with ThreadPoolExecutor(50) as pool:
        assert {future.result() for future in [pool.submit(ask) for _ in range(50)]} == {"ek_2"}
    assert mint.count == 2


def test_f44_a_secret_is_renewed_ahead_of_its_end() -> None:
    mint, clock = Mint(), Clock()
    secrets = ClientSecrets(mint, clock)
    secrets.get(None)
    clock.now += 539.0
    assert secrets.get(None).value == "ek_1"
    clock.now += 2.0
    assert secrets.get(None).value == "ek_2"


def test_a_jump_of_the_wall_clock_makes_no_new_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    mint = Mint()
    secrets = ClientSecrets(mint, Clock())
    secrets.get(None)
    for day in (-86_400.0, 86_400.0):
        now = time.time() + day
        monkeypatch.setattr(time, "time", lambda now=now: now)
        secrets.get(None)
    assert mint.count == 1


def test_a_prefetched_secret_is_not_made_again() -> None:
    mint = Mint()
    secrets = ClientSecrets(mint, Clock())
    secrets.prefetch()
    assert (secrets.get(None).value, mint.count) == ("ek_1", 1)


def test_f37_a_refused_key_is_not_tried_again_by_itself() -> None:
    mint, clock = Mint(KeyRefused(), KeyRefused()), Clock()
    secrets = ClientSecrets(mint, clock)
    for _ in range(5):
        with pytest.raises(KeyRefused):
            secrets.get(None)
    assert mint.count == 1


def test_a_person_s_retry_asks_at_once_but_for_a_limit_that_lasts() -> None:
    for failure, asked in ((KeyRefused(), 2), (RateLimited(retry_after_seconds=50.0), 1)):
        mint = Mint(failure, failure)
        secrets = ClientSecrets(mint, Clock())
        for anew in (False, True, False):
            with pytest.raises(type(failure)):
                secrets.get(None, anew=anew)
        assert mint.count == asked


def test_who_asks_without_end_makes_no_sessions_without_end() -> None:
    clock, mint = Clock(), Mint()
    secrets, current = ClientSecrets(mint, clock), None
    for _ in range(client_secrets.MOST_A_MINUTE):
        current = secrets.get(current).value
    with pytest.raises(RateLimited) as limited:
        secrets.get(current)
    assert limited.value.retry_after_seconds == pytest.approx(60)
    clock.now += 60
    assert secrets.get(current).value != current


def test_f36_three_tries_then_a_circuit_of_half_a_minute() -> None:
    mint, clock = Mint(*[ServerTrouble() for _ in range(3)]), Clock()
    secrets = ClientSecrets(mint, clock)
    for _ in range(5):
        with pytest.raises(ServerTrouble):
            secrets.get(None)
    assert mint.count == 3
    clock.now += 30.5
    assert secrets.get(None).value == "ek_4"


def test_f35_nobody_asks_while_a_limit_lasts_and_the_rest_of_the_wait_is_said() -> None:
    mint, clock = Mint(RateLimited(retry_after_seconds=500.0)), Clock()
    secrets = ClientSecrets(mint, clock)
    with pytest.raises(RateLimited) as first:
        secrets.get(None)
    clock.now += 20.0
    with pytest.raises(RateLimited) as second:
        secrets.get(None)
    assert (first.value.retry_after_seconds, second.value.retry_after_seconds, mint.count) == (60.0, 40.0, 1)
    assert second.value.hint == text("hosted.rate_limited_seconds", seconds=40)
    assert second.value.envelope()["retry_after_seconds"] == 40
    clock.now += 40.5
    assert secrets.get(None).value == "ek_2"


def test_who_waits_is_let_go_at_once_when_it_is_cancelled() -> None:
    mint, minting, end = Mint(), threading.Event(), threading.Event()

    def gate() -> None:
        minting.set()
        end.wait()

    mint.gate = gate
    secrets = ClientSecrets(mint, Clock())
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(secrets.get, None)
        minting.wait()
        secrets.cancel()
        assert isinstance(waiting.exception(timeout=0.2), Cancelled)
    end.set()
    with pytest.raises(Cancelled):
        secrets.get(None)


def test_a_mint_that_never_ends_is_given_up() -> None:
    mint, end = Mint(), threading.Event()
    mint.gate = end.wait
    with pytest.raises(NetworkTimeout):
        ClientSecrets(mint, deadline_seconds=0.05).get(None)
    end.set()


def test_neither_a_secret_nor_an_unknown_failure_shows_what_it_holds() -> None:
    secret = MintedSecret("ek_seen", 0.0, "cksess_seen")
    assert "seen" not in repr(secret)
    with pytest.raises(InternalError) as failure:
        ClientSecrets(Mint(RuntimeError("ek_seen")), Clock()).get(None)
    assert "seen" not in f"{failure.value!r}{failure.value.detail}{failure.value.envelope()}"
