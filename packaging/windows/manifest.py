"""Owns the manifest that tells Windows how the frozen programs want to be treated."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from product import Product
from windows.version_resource import numbered

SCHEMAS = "urn:schemas-microsoft-com"
SETTINGS = "http://schemas.microsoft.com/SMI"
# Windows 10 and 11 know themselves by this.
WINDOWS_10 = "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"


def render_manifest(product: Product) -> str:
    """Return the manifest: sharp on every screen, no more rights than whoever starts it, paths of any length."""
    version = ".".join(map(str, numbered(product.version)))
    identity = f"name={quoteattr(product.brand.identifier)} version={quoteattr(version)}"
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="{SCHEMAS}:asm.v1" manifestVersion="1.0">
  <assemblyIdentity type="win32" {identity} processorArchitecture="amd64"/>
  <trustInfo xmlns="{SCHEMAS}:asm.v3">
    <security><requestedPrivileges>
      <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
    </requestedPrivileges></security>
  </trustInfo>
  <compatibility xmlns="{SCHEMAS}:compatibility.v1">
    <application><supportedOS Id="{WINDOWS_10}"/></application>
  </compatibility>
  <application xmlns="{SCHEMAS}:asm.v3">
    <windowsSettings>
      <dpiAware xmlns="{SETTINGS}/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="{SETTINGS}/2016/WindowsSettings">PerMonitorV2, PerMonitor</dpiAwareness>
      <longPathAware xmlns="{SETTINGS}/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
  <dependency><dependentAssembly>
    <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0"
      processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
  </dependentAssembly></dependency>
</assembly>
"""
