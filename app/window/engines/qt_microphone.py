"""Owns how Qt's adapter knows that a document hears the microphone: a script of ours in it, which tells when it does.

Chromium asks once for each document and then lets it hear whenever it likes, and Qt says nothing about it. The script
stands in the documents of the one origin that may hear, before any script of theirs. It speaks through the console,
behind a word that nobody else has: a document of another origin has no other way to this process.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import Any

NAME = "agentnook-microphone"
# A clone hears on when the first one has stopped. What nobody holds any more does not hear.
SCRIPT = """
(() => {
  if (origin !== ORIGIN || !navigator.mediaDevices) return;
  const say = console.debug.bind(console);
  const id = crypto.randomUUID();
  const tracks = new Set();
  let timer = 0;
  const tell = (isHearing) => say(`${WORD} ${id} ${isHearing ? 'on' : 'off'}`);
  const end = () => {
    clearInterval(timer);
    timer = 0;
    tell(false);
  };
  const look = () => {
    for (const each of tracks) if ((each.deref()?.readyState ?? 'ended') === 'ended') tracks.delete(each);
    if (tracks.size === 0) end();
  };
  const follow = (track) => {
    if (track.kind !== 'audio') return track;
    tracks.add(new WeakRef(track));
    if (timer === 0) {
      timer = setInterval(look, 200);
      tell(true);
    }
    return track;
  };
  const followAll = (stream) => {
    stream.getAudioTracks().forEach(follow);
    return stream;
  };
  const { getUserMedia } = MediaDevices.prototype;
  const { clone } = MediaStreamTrack.prototype;
  const cloneAll = MediaStream.prototype.clone;
  MediaDevices.prototype.getUserMedia = async function (...wanted) {
    return followAll(await getUserMedia.apply(this, wanted));
  };
  MediaStreamTrack.prototype.clone = function () {
    return follow(clone.call(this));
  };
  MediaStream.prototype.clone = function () {
    return followAll(cloneAll.call(this));
  };
  for (const old of ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia']) delete Navigator.prototype[old];
  addEventListener('pagehide', () => timer !== 0 && end());
})();
"""


class MicrophoneWatch:
    """The script in a page's documents, and which of them hear; `used` is called with whether any does."""

    def __init__(self, used: Callable[[bool], None]) -> None:
        self._used = used
        self._word = secrets.token_hex(16)
        self._hearing: set[str] = set()

    def follow(self, page: Any, origin: str) -> None:
        """Put the script into later documents of this origin, or of none when it is empty."""
        from PySide6.QtWebEngineCore import QWebEngineScript

        scripts = page.scripts()
        for each in scripts.find(NAME):
            scripts.remove(each)
        if not origin:
            return
        script = QWebEngineScript()
        script.setName(NAME)
        script.setSourceCode(SCRIPT.replace("ORIGIN", json.dumps(origin)).replace("${WORD}", self._word))
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
        script.setRunsOnSubFrames(True)
        scripts.insert(script)

    def hear(self, message: str) -> None:
        """Take a line of the console; what does not begin with our word says nothing."""
        word, _, told = message.partition(" ")
        document, _, state = told.partition(" ")
        # SECURITY: T28, any document writes to the console: only the script knows the word.
        if word != self._word:
            return
        self._hearing = self._hearing | {document} if state == "on" else self._hearing - {document}
        self._used(bool(self._hearing))

    def forget(self) -> None:
        """The documents are gone, and nobody hears."""
        self._hearing = set()
