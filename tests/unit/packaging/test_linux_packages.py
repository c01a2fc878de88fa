from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import build_installers
import icons
from app import __version__
from app.brand import BRAND, Brand
from app.errors import Invalid, Unavailable
from app.resources import assets_dir, text
from icons import draw_icon
from linux import apparmor, deb, desktop_entry, lintian, manual, metainfo, rpm, scripts, tree
from linux.dependencies import DEBIAN_LIBRARIES, Demands, demands_of
from linux.places import Places
from product import Product, require_scheme, source_epoch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is for Linux is packed there")

PRODUCT = Product(BRAND, __version__, 1_764_000_000)
ORCHARD = replace(BRAND, name="Orchard", slug="orchard", identifier="org.example.orchard", url_scheme="pears")
OTHER = replace(PRODUCT, brand=ORCHARD)
OLD = "developer_name"
DEMANDS = Demands(("libnss3.so", "libz.so.1"), (2, 35))


def run_tool(*command: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_desktop_entry_is_valid(tmp_path: Path) -> None:
    entry = tmp_path / f"{BRAND.identifier}.desktop"
    entry.write_text(desktop_entry.render_desktop_entry(BRAND))
    done = run_tool("desktop-file-validate", str(entry))
    assert (done.returncode, done.stdout) == (0, "")


def parsed_entry(brand: Brand) -> configparser.RawConfigParser:
    parsed = configparser.RawConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment, method-assign]
    parsed.read_string(desktop_entry.render_desktop_entry(brand))
    return parsed


def test_each_action_of_the_desktop_entry_is_something_the_program_can_do() -> None:
    parsed = parsed_entry(BRAND)
    actions = [name for name in parsed["Desktop Entry"]["Actions"].split(";") if name]
    assert actions == ["new-conversation", "software-rendering", "doctor"]
    commands = [parsed[f"Desktop Action {name}"]["Exec"] for name in actions]
    own = [f"{BRAND.slug} --new-conversation", f"{BRAND.slug} --software-rendering"]
    assert commands == [*own, f"/{Places(BRAND).doctor}"]
    assert parsed["Desktop Entry"]["StartupWMClass"] == BRAND.slug


def test_links_open_the_program_under_the_scheme_of_its_brand() -> None:
    told = parsed_entry(OTHER.brand)["Desktop Entry"]
    assert (told["Exec"], told["MimeType"]) == ("orchard %U", "x-scheme-handler/pears;")
    component = ElementTree.fromstring(metainfo.render_metainfo(OTHER))
    assert component.findtext("provides/mediatype") == "x-scheme-handler/pears"
    assert "pears:[new]" in manual.render_manual(OTHER)


def test_no_link_opens_the_program_of_a_brand_without_a_scheme() -> None:
    silent = replace(OTHER, brand=replace(OTHER.brand, url_scheme=""))
    told = parsed_entry(silent.brand)["Desktop Entry"]
    assert (told["Exec"], "MimeType" in told) == ("orchard %F", False)
    assert "scheme-handler" not in metainfo.render_metainfo(silent)
    assert "[new]" not in manual.render_manual(silent)


@pytest.mark.parametrize(
    "scheme", ["Pears", "1pear", "two words", "pear:", "pear;text/html", r"pear\shell", "pear\n", "c", "pe"]
)
def test_what_no_link_can_begin_with_is_refused(scheme: str) -> None:
    with pytest.raises(Invalid, match=r"app/brand\.py"):
        require_scheme(replace(BRAND, url_scheme=scheme))


SYSTEMS_OWN = ("file", "http", "https", "ftp", "mailto", "data", "javascript", "about", "ms-settings", "search-ms")


@pytest.mark.parametrize("scheme", SYSTEMS_OWN)
def test_links_that_others_open_are_left_to_them(scheme: str) -> None:
    with pytest.raises(Invalid, match="for others to open"):
        require_scheme(replace(BRAND, url_scheme=scheme))


@pytest.mark.parametrize("scheme", [BRAND.url_scheme, "", "pea", "pears", "web+pear", "file-pear"])
def test_a_scheme_of_its_own_or_none_is_taken(scheme: str) -> None:
    require_scheme(replace(BRAND, url_scheme=scheme))


def test_a_value_of_the_desktop_entry_cannot_begin_a_line_of_its_own() -> None:
    hostile = replace(BRAND, name="A\nExec=evil")
    assert "\nExec=evil" not in desktop_entry.render_desktop_entry(hostile)


def run_doctor_script(folder: Path, programs: Path) -> subprocess.CompletedProcess[str]:
    script = folder / "doctor"
    script.write_text(desktop_entry.render_doctor_script(BRAND))
    command, environ = ["/bin/sh", str(script)], {"PATH": str(programs)}
    return subprocess.run(command, env=environ, input="\n", capture_output=True, text=True, check=False)


def add_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("terminal", "word"), [("xterm", "-e"), ("xfce4-terminal", "-x"), ("kgx", "--"), ("ptyxis", "--new-window")]
)
def test_the_doctor_speaks_in_the_terminal_that_there_is(terminal: str, word: str, tmp_path: Path) -> None:
    (tmp_path / "sh").symlink_to("/bin/sh")
    add_program(tmp_path / BRAND.slug, 'echo "$*"')
    runs_what_follows = 'while [ "$1" != sh ]; do shift; done; "$@"'
    add_program(tmp_path / terminal, f'[ "$1" = {word} ] || exit 2; {runs_what_follows}')
    done = run_doctor_script(tmp_path, tmp_path)
    assert (done.stdout, done.stderr) == (f"doctor\n\n{text('package.doctor_over')}", "")


def test_without_a_terminal_the_doctor_says_what_to_type(tmp_path: Path) -> None:
    done = run_doctor_script(tmp_path, Path("/nonexistent"))
    assert (done.returncode, f"{BRAND.slug} doctor" in done.stderr) == (69, True)


def test_the_metainfo_is_valid_for_the_strict_validator(tmp_path: Path) -> None:
    words = metainfo.render_metainfo(PRODUCT)
    version = run_tool("appstreamcli", "--version").stdout
    if re.search(r" 0\.\d+", version):
        # Before 1.0 it knew the developer by another name.
        words = re.sub(r"<developer id=.*?<name>(.*?)</name>.*?</developer>", rf"<{OLD}>\1</{OLD}>", words, flags=re.S)
    file = tmp_path / f"{BRAND.identifier}.metainfo.xml"
    file.write_text(words)
    done = run_tool("appstreamcli", "validate", "--strict", "--no-net", str(file))
    assert done.returncode == 0, done.stdout


def test_the_metainfo_names_this_version_and_the_desktop_entry() -> None:
    component = ElementTree.fromstring(metainfo.render_metainfo(PRODUCT))
    assert component.findtext("launchable") == f"{BRAND.identifier}.desktop"
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2025-11-24"}
    assert component.findtext("provides/binary") == BRAND.slug


def test_the_manual_page_names_every_option_and_upsets_nobody(tmp_path: Path) -> None:
    page = tmp_path / f"{BRAND.slug}.1"
    page.write_text(manual.render_manual(PRODUCT))
    words = page.read_text().replace("\\-", "-")
    assert all(option in words for option in ("--data-dir", "--theme", "--software-rendering", "FILE"))
    done = run_tool("man", "--warnings", "--local-file", "-Tutf8", str(page))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "written"), [(".TH x", "\\&.TH x"), ("a-b", "a\\-b"), ("~\\n", "\\(ti\\en"), ("'x", "\\&'x")]
)
def test_words_are_no_commands_of_the_manual(words: str, written: str) -> None:
    assert manual.roff(words) == written


def test_the_control_file_says_what_dpkg_wants_to_know(tmp_path: Path) -> None:
    control = deb.render_control(PRODUCT, DEMANDS, 1234)
    assert f"Version: {__version__}\n" in control
    assert "Depends: libc6 (>= 2.35), libnss3, zlib1g\n" in control
    assert "Architecture: amd64\n" in control
    (tmp_path / "DEBIAN").mkdir()
    (tmp_path / "DEBIAN" / "control").write_text(control)
    done = run_tool("dpkg-deb", "--build", str(tmp_path), str(tmp_path.parent / "empty.deb"))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("earlier", "later"), [("1.0rc1", "1.0"), ("1.0.dev3", "1.0"), ("1.0b2", "1.0rc1"), ("1.0", "1.0.1")]
)
def test_what_comes_before_a_release_is_older_to_packages_too(earlier: str, later: str) -> None:
    older, newer = (replace(PRODUCT, version=version) for version in (earlier, later))
    compared = ("dpkg", "--compare-versions", older.package_version, "lt", newer.package_version)
    assert run_tool(*compared).returncode == 0
    for words in (deb.render_control(older, DEMANDS, 1), rpm.render_spec(older, Path("/nowhere"), DEMANDS, "quick")):
        assert f"Version: {older.package_version}\n" in words


def test_a_library_that_no_package_is_known_for_stops_the_build() -> None:
    with pytest.raises(KeyError, match="libunheard"):
        assert Demands(("libunheard.so.1",), (2, 35)).debian


def test_what_a_program_links_is_asked_for(tmp_path: Path) -> None:
    shutil.copy("/bin/sh", tmp_path / "program")
    (tmp_path / "words.txt").write_text("no program")
    demands = demands_of(tmp_path)
    assert demands.libraries == ()
    assert demands.glibc >= (2, 2)
    shutil.copy(shutil.which("xdotool") or "/bin/sh", tmp_path / "tool")
    assert set(demands_of(tmp_path).libraries) <= {*DEBIAN_LIBRARIES, "libxdo.so.3"}


def test_the_spec_of_the_rpm_owns_its_own_folders_and_single_files_of_others(tmp_path: Path) -> None:
    for path in (Places(BRAND).program, Places(BRAND).desktop_entry, Places(BRAND).lintian_overrides):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("x")
    spec = rpm.render_spec(PRODUCT, tmp_path, DEMANDS, "small")
    files = spec.split("%files\n")[1].splitlines()[1:]
    assert f"/usr/lib/{BRAND.slug}" in files
    assert f"/{Places(BRAND).desktop_entry}" in files
    assert not {"/usr/share", "/usr/lib", "/usr/bin"} & set(files)
    assert "Requires: libnss3.so()(64bit)" in spec


@pytest.mark.parametrize("script", [*scripts.debian_scripts(BRAND).values(), *scripts.rpm_scripts(BRAND).values()])
def test_the_scripts_of_the_packages_are_scripts(script: str, tmp_path: Path) -> None:
    file = tmp_path / "script"
    file.write_text(script)
    done = run_tool("sh", "-n", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"/etc/apparmor.d/{BRAND.slug}" in script


def test_the_profile_allows_one_thing_to_the_two_programs_that_need_it() -> None:
    profile = apparmor.render_profile(BRAND)
    assert "userns," in profile
    assert f" /{{{Places(BRAND).program},{Places(BRAND).engine_process}}} " in profile
    assert profile.count("{") == profile.count("}")


def test_the_icon_is_drawn_in_every_size() -> None:
    from PySide6.QtGui import QImage

    for size_px in (16, 256):
        image = QImage.fromData(draw_icon(assets_dir() / BRAND.icon, size_px))
        assert (image.width(), image.height()) == (size_px, size_px)
        assert image.dotsPerMeterX() == image.dotsPerMeterY() == icons.DOTS_PER_METRE
        assert image.pixelColor(0, 0).alpha() < image.pixelColor(size_px // 2, size_px // 8).alpha()


def test_a_brand_whose_icon_is_no_drawing_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "pear.svg").write_text("a pear")
    for drawing in (tmp_path / "pear.svg", tmp_path / "missing.svg"):
        with pytest.raises(Invalid, match=drawing.name):
            draw_icon(drawing, 16)


def test_the_symbolic_icon_has_one_colour_and_is_seen_at_its_size() -> None:
    from PySide6.QtGui import QImage

    drawing = assets_dir() / BRAND.symbolic_icon
    assert len(set(re.findall("#[0-9a-f]{6}", drawing.read_text("utf-8")))) == 1
    image = QImage.fromData(draw_icon(drawing, 16))
    covered = [image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)]
    assert 0.25 < sum(covered) / (255 * 256) < 0.75


def test_another_brand_is_in_every_file_under_its_own_name() -> None:
    brand = OTHER.brand
    texts = {
        "desktop entry": desktop_entry.render_desktop_entry(brand),
        "script": desktop_entry.render_doctor_script(brand),
        "metainfo": metainfo.render_metainfo(OTHER),
        "profile": apparmor.render_profile(brand),
        "overrides": lintian.render_overrides(brand),
        "control": deb.render_control(OTHER, DEMANDS, 1),
        "changelog": tree.render_debian_changelog(OTHER),
        **scripts.debian_scripts(brand),
    }
    assert [name for name, words in texts.items() if "orchard" not in words] == []
    own_links = "|".join(map(re.escape, (BRAND.support, BRAND.homepage, BRAND.contact)))
    assert [name for name, words in texts.items() if f"/{BRAND.slug}" in re.sub(own_links, "", words)] == []
    assert OTHER.file_name("linux-amd64", "deb") == f"orchard_{__version__}_linux-amd64-unsigned.deb"


def test_a_tree_has_the_modes_and_the_moment_that_are_prescribed(tmp_path: Path) -> None:
    bundle, root = tmp_path / "bundle", tmp_path / "root"
    process = bundle / "_internal" / "PySide6" / "Qt" / "libexec" / "QtWebEngineProcess"
    process.parent.mkdir(parents=True)
    for path in (bundle / BRAND.slug, process, bundle / "_internal" / "library.so"):
        path.write_text("x")
        path.chmod(0o777)
    tree.lay_out(PRODUCT, bundle, "notices", root)
    places = Places(BRAND)
    assert (root / places.symbolic_icon).is_file()
    modes = {path.relative_to(root).as_posix(): path.lstat().st_mode & 0o777 for path in root.rglob("*")}
    assert [name for name, mode in modes.items() if (root / name).is_file() and mode & 0o111] == [
        name for name in modes if name in {places.program, places.engine_process, places.doctor, places.command}
    ]
    assert modes[f"{places.folder}/_internal/library.so"] == 0o644
    assert {path.lstat().st_mtime for path in root.rglob("*")} == {PRODUCT.epoch}
    assert (root / places.command).resolve() == (root / places.program).resolve()
    assert (root / places.documents / "copyright").read_text().startswith("MIT License")


def test_the_moment_of_the_source_can_be_prescribed() -> None:
    assert source_epoch({"SOURCE_DATE_EPOCH": "1764000000"}) == 1764000000
    assert source_epoch({}) > 1_700_000_000


def test_what_is_missing_is_named_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    there = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name in ("rpmbuild", "cpio") else there("sh"))
    with pytest.raises(Unavailable) as caught:
        build_installers.require_tools()
    assert "rpmbuild (makes the .rpm), cpio (opens the .rpm again)" in caught.value.sentence
    assert "apt-get install" in caught.value.hint
