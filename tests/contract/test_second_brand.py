"""One file makes the program somebody else's: what is packed for each system, and what the program says, is theirs."""

from __future__ import annotations

import gzip
import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app import __version__
from app.brand import BRAND
from tests.support.processes import ROOT
from tests.support.second_brand import DRAWING, IDENTIFIER, NAME, SCHEME, SLUG, WORKFLOW, make_second_brand, run_in

# Who holds the copyright of the source, and its history, stay what they are.
STAYS = ("copyright", "NEWS.gz")
# The .deb, made for real of a program that does nothing; the recipe of the .rpm; what macOS is told; what is in it.
PACK = """
import plistlib, sys
from pathlib import Path
from bill import render_bill
from linux.deb import make_deb
from linux.dependencies import demands_of
from linux.rpm import render_spec
from linux.tree import lay_out
from macos import application
from notices import Part
from product import this_product

product, out = this_product(), Path(sys.argv[1])
frozen, tree = out / "frozen", out / "tree"
engine = frozen / "_internal" / "PySide6" / "Qt" / "libexec" / "QtWebEngineProcess"
engine.parent.mkdir(parents=True)
for path in (frozen / product.brand.slug, engine):
    path.write_bytes(Path("/bin/true").read_bytes())
lay_out(product, frozen, "notices", tree)
demands = demands_of(tree)
(out / "rpm.spec").write_text(render_spec(product, tree, demands, "quick"))
make_deb(product, tree, demands, "quick", out / product.file_name("linux-amd64", "deb"))
(out / "bill.json").write_text(render_bill(product, [Part("Python", "3", "PSF-2.0", "https://python.org", ())]))
(out / "info.plist").write_bytes(plistlib.dumps(application.describe(product.brand, product.version)))
(out / "names.txt").write_text(product.file_name("macos-arm64", "dmg") + product.bill_name)
"""


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_second_brand(tmp_path_factory.mktemp("fork"))


@pytest.fixture(scope="module")
def packed(fork: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("this is no relative of Debian's")
    out = tmp_path_factory.mktemp("packed")
    run_in(fork, ["-c", PACK, str(out)])
    return out


@pytest.fixture(scope="module")
def tree(packed: Path) -> Path:
    """Return the files of the .deb, with what dpkg reads of it in DEBIAN."""
    (deb,) = packed.glob("*.deb")
    assert deb.name == f"{SLUG}_{__version__}_linux-amd64-unsigned.deb"
    root = packed / "unpacked"
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(root)], check=True)
    return root


def test_everything_in_the_packages_is_called_after_it(tree: Path) -> None:
    files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if not path.is_dir()}
    assert files >= {
        f"usr/bin/{SLUG}",
        f"usr/lib/{SLUG}/{SLUG}",
        f"usr/share/applications/{IDENTIFIER}.desktop",
        f"usr/share/metainfo/{IDENTIFIER}.metainfo.xml",
        f"usr/share/icons/hicolor/scalable/apps/{IDENTIFIER}.svg",
        f"usr/share/icons/hicolor/256x256/apps/{IDENTIFIER}.png",
        f"usr/share/man/man1/{SLUG}.1.gz",
    }
    assert [name for name in files if BRAND.slug in name.lower()] == []
    # A brand that has no symbolic drawing is not given another's.
    assert not any("symbolic" in name for name in files)


def test_its_icon_is_its_own(tree: Path) -> None:
    from PySide6.QtGui import QImage

    icons = tree / "usr/share/icons/hicolor"
    assert (icons / f"scalable/apps/{IDENTIFIER}.svg").read_text() == DRAWING
    middle = QImage(str(icons / f"64x64/apps/{IDENTIFIER}.png")).pixelColor(32, 32)
    assert middle.name() == "#7a3e9d"


def test_nothing_that_a_system_or_a_person_reads_says_whose_it_was(tree: Path, packed: Path) -> None:
    texts = {path.name: readable(path) for path in tree.rglob("*") if path.is_file() and path.name not in STAYS}
    told = ("rpm.spec", "bill.json", "info.plist", "names.txt")
    texts |= {name: (packed / name).read_text("utf-8") for name in told}
    assert len(texts) > 15
    assert [name for name, words in texts.items() if BRAND.name.lower() in words.lower()] == []
    for name in (
        "control",
        f"{IDENTIFIER}.desktop",
        f"{IDENTIFIER}.metainfo.xml",
        "bill.json",
        "rpm.spec",
        "names.txt",
    ):
        assert SLUG in texts[name] or NAME in texts[name]
    assert "Maintainer: The Orchard <orchard@example.org>\n" in texts["control"]
    described = plistlib.loads(texts["info.plist"].encode())
    assert described["NSMicrophoneUsageDescription"].startswith(f"{NAME} listens")


def test_links_that_open_it_are_its_own(tree: Path, packed: Path) -> None:
    handler = f"x-scheme-handler/{SCHEME}"
    assert f"MimeType={handler};\n" in (tree / f"usr/share/applications/{IDENTIFIER}.desktop").read_text("utf-8")
    assert f">{handler}<" in (tree / f"usr/share/metainfo/{IDENTIFIER}.metainfo.xml").read_text("utf-8")
    (links,) = plistlib.loads((packed / "info.plist").read_bytes())["CFBundleURLTypes"]
    assert links["CFBundleURLSchemes"] == [SCHEME]


def readable(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_recipe_makes_its_program_on_each_system(fork: Path, platform: str) -> None:
    support = fork / "tests" / "support"
    support.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "tests/support/evaluated_spec.py", support / "evaluated_spec.py")
    script = (
        "import pytest\nfrom tests.support.evaluated_spec import evaluate\n"
        f"with pytest.MonkeyPatch.context() as patch: calls = evaluate({platform!r}, [], patch).calls\n"
        "print([options for kind, _, options in calls if kind in ('EXE', 'COLLECT', 'BUNDLE')])"
    )
    told = run_in(fork, ["-c", script])
    assert f"'name': '{SLUG}'" in told
    for words in (f"'name': '{NAME}.app'", f"'bundle_identifier': '{IDENTIFIER}'"):
        assert (words in told) is (platform == "darwin")
    assert BRAND.slug not in told.replace(str(fork), "").lower()


def test_the_program_says_its_own_name(fork: Path) -> None:
    assert run_in(fork, ["-m", "app", "--version"]) == f"{NAME} {__version__}\n"
    words = run_in(fork, ["-m", "app", "--help"])
    assert SLUG in words
    # Variables keep their names, which other programs know.
    assert BRAND.slug not in re.sub(r"AGENTNOOK_\w+", "", words).lower()


def test_its_data_is_its_own_and_its_agent_is_there_from_the_start(fork: Path, tmp_path: Path) -> None:
    run_in(fork, ["packaging/write_manifest.py"])
    script = (
        "import os\nfrom app.services.given_connection import given_connection\n"
        "from app.settings.locations import resolve_locations\n"
        "print(given_connection('', {}), resolve_locations(None, os.environ).data_dir, sep='\\n')"
    )
    own = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    told, data_dir = run_in(fork, ["-c", script], {**own, "HOME": str(tmp_path)}).splitlines()
    assert f"workflow_id='{WORKFLOW}'" in told
    assert f"label='{NAME}'" in told
    assert BRAND.slug not in told
    assert Path(data_dir).name == SLUG


def test_the_pages_are_given_its_icon_and_no_other(fork: Path) -> None:
    run_in(fork, ["packaging/write_manifest.py"])
    manifest = (fork / "assets" / "manifest.json").read_text("utf-8")
    assert re.findall(r'"icons/([^"]+)"', manifest) == ["pear.svg"]
    found = [
        path.name
        for folder in ("locales", "shell", "styles")
        for path in (fork / "assets" / folder).rglob("*")
        if path.is_file() and BRAND.name in path.read_text("utf-8", "replace")
    ]
    assert found == []
