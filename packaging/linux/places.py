"""Owns where the parts of the program lie on Linux."""

from __future__ import annotations

from dataclasses import dataclass

from app.brand import Brand


@dataclass(frozen=True)
class Places:
    """The paths of one brand, without the slash at their beginning."""

    brand: Brand

    @property
    def folder(self) -> str:
        """The frozen program."""
        return f"usr/lib/{self.brand.slug}"

    @property
    def program(self) -> str:
        """What is started."""
        return f"{self.folder}/{self.brand.slug}"

    @property
    def engine_process(self) -> str:
        """The program in which Chromium runs pages."""
        return f"{self.folder}/_internal/PySide6/Qt/libexec/QtWebEngineProcess"

    @property
    def doctor(self) -> str:
        """What the desktop's menu starts to look for what is wrong."""
        return f"{self.folder}/doctor-in-terminal"

    @property
    def command(self) -> str:
        """What a person types."""
        return f"usr/bin/{self.brand.slug}"

    @property
    def desktop_entry(self) -> str:
        """What the desktop's menu reads."""
        return f"usr/share/applications/{self.brand.identifier}.desktop"

    @property
    def metainfo(self) -> str:
        """What software centres read."""
        return f"usr/share/metainfo/{self.brand.identifier}.metainfo.xml"

    @property
    def manual(self) -> str:
        """The manual page."""
        return f"usr/share/man/man1/{self.brand.slug}.1.gz"

    @property
    def documents(self) -> str:
        """Licences and what changed."""
        return f"usr/share/doc/{self.brand.slug}"

    @property
    def apparmor_profile(self) -> str:
        """The profile as it is delivered; the scripts copy it where AppArmor is."""
        return f"usr/share/{self.brand.slug}/apparmor-profile"

    @property
    def lintian_overrides(self) -> str:
        """What Debian's checker is told."""
        return f"usr/share/lintian/overrides/{self.brand.slug}"

    def icon(self, size_px: int | None) -> str:
        """The icon of one size; None is the one that scales."""
        folder, ending = ("scalable", "svg") if size_px is None else (f"{size_px}x{size_px}", "png")
        return f"usr/share/icons/hicolor/{folder}/apps/{self.brand.identifier}.{ending}"

    @property
    def symbolic_icon(self) -> str:
        """The icon in one colour, which the desktop chooses."""
        return f"usr/share/icons/hicolor/symbolic/apps/{self.brand.identifier}-symbolic.svg"
