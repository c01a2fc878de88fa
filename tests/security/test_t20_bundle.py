"""T20: secrets and persons in what diagnostics hands out. 1,000 are planted wherever it looks, and not one gets out."""

from __future__ import annotations

import io
import itertools
import json
import random
import string
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from app.diagnostics import command
from app.diagnostics.bundle import Bundle, collect
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy, Result, State
from app.diagnostics.handing_on import HandingOn
from app.diagnostics.markdown import as_markdown
from app.diagnostics.report import Report
from app.observability.own_names import OwnNames
from app.observability.redaction import Redactor
from app.resources import assets_dir
from app.services.failures import FailureRecord
from app.settings.locations import resolve_locations
from app.settings.schema import SETTINGS
from tests.support.redactors import use_redactor
from tests.support.secret_corpus import MARK, SHAPES, WAYS, body, corpus_redactor

SECRETS = 1000
STAMP = "2026-11-18T11:06:40.123Z ERROR    app.test"
LOGS = ("agentnook.log", "agentnook.log.1", "chat-host.log", "export.log.4")
VARIABLES = (
    *("OPENAI_API_KEY", "OPENAI_BASE_URL", "HTTPS_PROXY", "LANG", "LC_ALL", "DISPLAY", "WAYLAND_DISPLAY", "QT_API"),
    *("QT_QPA_PLATFORM", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "GDK_BACKEND", "PYTHONPATH", "LD_PRELOAD"),
    *(name for setting in SETTINGS for name in setting.environment_names),
)
# What a folder can be called.
FOLDERS = [f"sk-proj-{MARK}abcdef", f"ghp_{MARK}abcdef1234567", f"{MARK}@{MARK}.example", f"token={MARK}", MARK]


class Planted:
    """Secrets in the files, variables and findings of one computer; `count` is how many."""

    def __init__(self, root: Path) -> None:
        self.count = 0
        self._chance = random.Random(1000)
        self._secrets = self._endless()
        data = root.joinpath(*FOLDERS, "data")
        data.mkdir(parents=True, mode=0o700)
        self.environ = {"HOME": f"/home/{MARK}", **dict(zip(VARIABLES, self._secrets, strict=False))}
        self.context = CheckContext(
            locations=resolve_locations(data, {}),
            environ=self.environ,
            system="linux",
            env_file=data / ".env",
            root=root,
            assets=assets_dir(),
            python_version=(3, 11, 2),
        )
        self._plant_files()

    def _plant_files(self) -> None:
        places = self.context.locations
        places.settings_file.write_text(json.dumps({setting.key: next(self._secrets) for setting in SETTINGS}))
        places.connections_file.write_text(json.dumps(self._connections()))
        places.failures_file.write_text(json.dumps({"failures": [self._failure() for _ in range(20)]}))
        (places.data_dir / ".env").write_text("".join(f"{name}='{next(self._secrets)}'\n" for name in VARIABLES))
        stacks = "\n\n".join(self._take(20))
        (places.data_dir / "crash-notes.txt").write_text(
            json.dumps({"started_at_utc": next(self._secrets), "version": next(self._secrets)}) + f"\n{stacks}"
        )
        places.log_dir.mkdir()
        share = (SECRETS - self.count) // len(LOGS) + 1
        for name in LOGS:
            # As if nothing had been redacted when it was written.
            entries = (f"{STAMP} {secret}\n" for secret in self._take(share))
            (places.log_dir / name).write_text("".join(entries))

    def findings(self) -> Iterator[Finding]:
        """Return findings that nobody has redacted, one for each way of stating something."""
        for state in State:
            summary, detail, words, line, link, a, b, c = self._take(8)
            yield Finding(state, summary, detail, Remedy(words, (line,), link=link), {"a": a, "b": [b]}, {"c": c})

    def _endless(self) -> Iterator[str]:
        for shape, way in itertools.cycle(itertools.product(SHAPES, WAYS)):
            self.count += 1
            yield WAYS[way](SHAPES[shape](self._chance))

    def _take(self, count: int) -> list[str]:
        return list(itertools.islice(self._secrets, count))

    def _failure(self) -> dict[str, object]:
        at_utc, code, sentence, where, detail = self._take(5)
        return asdict(FailureRecord(at_utc, code, sentence, where, detail))

    def _connections(self) -> dict[str, object]:
        addresses = {"url": f"https://{MARK}.example/{body(self._chance)}", "header_name": f"X-{MARK}"}
        kinds = {
            "server": {**addresses, "domain_key": f"domain_pk_{MARK}"},
            "workflow": {"workflow_id": f"wf_{MARK}"},
            "session_service": {**addresses, "workflow_id": f"wf_{MARK}"},
        }
        records = [
            {
                "id": f"{kind.replace('_', '-')}-{number}",
                "kind": kind,
                "label": next(self._secrets),
                "agent_label": next(self._secrets),
                "chat": {"greeting": next(self._secrets), "placeholder": next(self._secrets)},
                **known,
            }
            for number in range(5)
            for kind, known in kinds.items()
        ]
        return {"version": 1, "selected": next(self._secrets), "connections": records}


@pytest.fixture(autouse=True)
def names_of_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, corpus_redactor())


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path)


def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program's redaction find nothing."""

    class Blind(Redactor):
        def redact(self, text: str) -> str:
            return text

    use_redactor(monkeypatch, Blind(OwnNames()))


def leaks(words: str) -> list[str]:
    return [line[:300] for line in words.splitlines() if MARK.lower() in line.lower()]


def leaks_beside_commands(words: str) -> list[str]:
    """Return the leaks on a screen, where the person's own folder stands in the commands that they are to type."""
    return [line for line in leaks(words) if not line.lstrip().startswith("$ ")]


def leaking_parts(bundle: Bundle) -> set[str]:
    return {part.name for part in bundle.parts if leaks(part.content.decode()) or leaks(part.name + part.title)}


def bundle_of(planted: Planted) -> Bundle:
    results = tuple(Result(check, finding, 1) for check, finding in zip(CHECKS, planted.findings(), strict=False))
    return collect(planted.context, Report(results, "linux", 0.0, 1))


def test_there_are_a_thousand_secrets_of_thirty_shapes_and_more(planted: Planted) -> None:
    assert planted.count >= SECRETS
    assert len(SHAPES) >= 30


def test_t20_no_secret_is_in_any_part_of_a_bundle(planted: Planted, tmp_path: Path) -> None:
    bundle = bundle_of(planted)
    assert [line for part in bundle.parts for line in leaks(part.content.decode())] == []
    bundle.write(tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert not [name for name in archive.namelist() if leaks(name) or leaks(archive.read(name).decode())]
    # Nothing is missing that could have leaked.
    manifest = json.loads(bundle.parts[0].content)
    assert (manifest["failed"], manifest["left_out"]) == ([], [])
    assert len(bundle.parts) == 8 + len(LOGS)
    assert manifest["redactions"] > SECRETS / 2


def test_all_of_it_is_still_json(planted: Planted) -> None:
    for part in bundle_of(planted).parts:
        if part.name.endswith(".json"):
            json.loads(part.content)


def test_it_is_scrubbing_that_keeps_them_out(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where free text is taken, secrets would be seen; what is chosen at the source has none even so."""
    blind(monkeypatch)
    assert leaking_parts(bundle_of(planted)) == {
        *("report.json", "report.txt", "crash-notes.txt"),
        *(f"logs/{name}" for name in LOGS),
    }


def faces_of(report: Report, planted: Planted) -> list[str]:
    """Return a report in all the ways in which it is handed on."""
    handed_on = HandingOn(planted.context).report(report)
    return [handed_on.as_json(), handed_on.as_text(colour=False), as_markdown(handed_on)]


def test_no_secret_is_in_a_real_report(planted: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    report = run_checks(planted.context, check_seconds=60.0, total_seconds=60.0)
    assert [line for face in faces_of(report, planted) for line in leaks(face)] == []
    assert leaks_beside_commands(report.as_text(colour=False)) == []
    blind(monkeypatch)
    report = run_checks(planted.context, check_seconds=60.0, total_seconds=60.0)
    assert all(map(leaks, faces_of(report, planted)))


def test_no_secret_is_in_what_the_engine_or_markdown_is_given(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(number: int, finding: Finding) -> Check:
        return Check(f"tst-{number:02d}", "program", "doctor.program.title", "low", lambda _: finding)

    found = list(planted.findings())
    checks = list(itertools.starmap(check, enumerate(found)))
    report = run_checks(planted.context, checks=checks)
    kept = Report(tuple(Result(each, finding, 1) for each, finding in zip(checks, found, strict=True)), "linux", 0.0, 1)
    assert leaks(as_markdown(report)) == leaks(as_markdown(kept)) == []
    blind(monkeypatch)
    assert leaks(as_markdown(kept))


def test_no_secret_is_in_what_the_command_prints(
    planted: Planted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "hold_early_lines", lambda: None)
    where = ["--data-dir", str(planted.context.locations.data_dir), "--env-file", str(planted.context.env_file)]
    for form in ([], ["--json"]):
        output = io.StringIO()
        bundle = ["--bundle", str(tmp_path / "out.zip")]
        run_doctor([*form, *bundle, *where], environ=planted.environ, output=output)
        printed = "".join([output.getvalue(), *capsys.readouterr()])
        assert printed
        assert leaks_beside_commands(printed) == []
        with zipfile.ZipFile(tmp_path / "out.zip") as archive:
            assert not [name for name in archive.namelist() if leaks(archive.read(name).decode())]


def test_a_key_block_in_a_log_is_gone_as_a_whole(planted: Planted) -> None:
    """Its lines are no secret by their shape, so none of them may be looked at alone."""
    lines = ["".join(random.Random(number).choices(string.ascii_letters, k=60)) + MARK for number in range(50)]
    log = planted.context.locations.log_file
    log.write_text("\n".join([f"{STAMP} -----BEGIN OPENSSH PRIVATE KEY-----", *lines, f"{STAMP} after", ""]))
    kept = next(part for part in bundle_of(planted).parts if part.name == "logs/agentnook.log")
    assert kept.content.decode() == f"{STAMP} [secret]\n{STAMP} after\n"
