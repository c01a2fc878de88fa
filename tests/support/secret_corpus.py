"""Every shape of secret that T20 names and more, each in every way it gets into a log. All of them are invented."""

from __future__ import annotations

import base64
import json
import random
import string
import urllib.parse
from collections.abc import Callable, Mapping

from app.observability.own_names import OwnNames
from app.observability.redaction import Redactor

MARK = "Zq7xVw"
"""Stands in every part of every secret, so that a part that leaked is found."""

REGISTERED = f"r{MARK}-_{MARK}"
LETTERS = string.ascii_letters + string.digits

Shape = Callable[[random.Random], str]


def body(chance: random.Random, parts: int = 3) -> str:
    """Return a long random word that has the mark in each of its parts."""
    return MARK + "".join("".join(chance.choices(LETTERS, k=4)) + MARK for _ in range(parts))


def chosen(chance: random.Random) -> str:
    """Return what a person takes for a password: with characters that mean something elsewhere."""
    return MARK + chance.choice("@/:#?& é%\\\"'$;,[{(") + MARK + chance.choice("!@/é") + MARK


SHAPES: Mapping[str, Shape] = {
    "openai key": lambda c: f"Incorrect API key provided: sk-{body(c)}",
    "openai project key": lambda c: f"sk-proj-{body(c)}_{body(c)}",
    "openai admin key": lambda c: f"sk-admin-{body(c)}",
    "openai key, half hidden": lambda c: f"sk-{MARK}****{MARK}",
    "client secret": lambda c: f"ek_{body(c)}",
    "chatkit session": lambda c: f"cksess_{body(c)}",
    "anthropic key": lambda c: f"sk-ant-api03-{body(c)}",
    "bearer header": lambda c: f"Authorization: Bearer {body(c)}",
    "bearer alone": lambda c: f"sent Bearer {body(c)}",
    "basic alone": lambda c: f"Basic {base64.b64encode(b'user:').decode().rstrip('=')}{body(c)}",
    "basic header": lambda c: f"proxy-authorization: basic {body(c)}",
    "headers as a list": lambda c: repr([(b"authorization", f"Bearer {body(c)}".encode()), (b"accept", b"*/*")]),
    "json web token": lambda c: f"eyJhbGciOiJIUzI1NiJ9.{body(c)}.{body(c)}",
    "password in a url": lambda c: f"proxy http://{MARK}:{body(c)}@proxy.example:8080/",
    "odd password in a url": lambda c: f"postgres://{MARK}:{MARK}@{MARK}/{MARK}#{MARK}@db.example/x",
    "password without a scheme": lambda c: f"HTTPS_PROXY={MARK}:{body(c)}@proxy.example:8080",
    "query of a url": lambda c: f"GET https://api.example/v1/x?key={body(c)}&a=1&sig={body(c)}",
    "fragment of a url": lambda c: f"https://api.example/cb#access_token={body(c)}&state={body(c)}",
    "query of a path": lambda c: f"GET /chat?access_token={body(c)}&v=1",
    "own header": lambda c: f"X-Agentnook-Token: {body(c)}",
    "own path token": lambda c: f"http://127.0.0.1:41234/{body(c)}/shell/index.html",
    "own path token, version 6": lambda c: f"http://[::1]:41234/{body(c)}/shell/index.html",
    "own path token, by name": lambda c: f"http://localhost:41234/{body(c)}/chat/builtin.html",
    "own page opening": lambda c: f'__agentnookOpen("{body(c)}")',
    "own envelope": lambda c: json.dumps({"v": 1, "id": "7", "token": body(c), "name": "app.hello", "args": {}}),
    "cookie": lambda c: f"Cookie: theme=dark; sid={body(c)}; other={body(c)}",
    "set-cookie": lambda c: f"Set-Cookie: sid={body(c)}; Path=/; HttpOnly",
    "aws key": lambda c: f"AKIA{MARK.upper()}{''.join(c.choices(string.ascii_uppercase, k=10))}",
    "aws secret": lambda c: f"aws_secret_access_key = {body(c)}/{body(c)}+{MARK}",
    "github token": lambda c: f"ghp_{body(c)}",
    "github fine token": lambda c: f"github_pat_{body(c)}_{body(c)}",
    "gitlab token": lambda c: f"glpat-{body(c)}",
    "slack token": lambda c: f"xoxb-{body(c)}-{body(c)}",
    "slack hook": lambda c: f"https://hooks.slack.com/services/T0/B0/{body(c)}",
    "google key": lambda c: f"AIza{body(c, 4)}",
    "google token": lambda c: f"ya29.{body(c)}",
    "stripe key": lambda c: f"sk_live_{body(c)}",
    "hugging face token": lambda c: f"hf_{body(c)}",
    "perplexity key": lambda c: f"pplx-{body(c)}",
    "replicate token": lambda c: f"r8_{body(c)}",
    "notion token": lambda c: f"ntn_{body(c)}",
    "linear key": lambda c: f"lin_api_{body(c)}",
    "shopify token": lambda c: f"shpat_{body(c)}",
    "docker token": lambda c: f"dckr_pat_{body(c)}",
    "digitalocean token": lambda c: f"dop_v1_{body(c)}",
    "databricks token": lambda c: f"dapi0{body(c)}",
    "npm token": lambda c: f"npm_{body(c)}",
    "pem": lambda c: f"-----BEGIN RSA PRIVATE KEY-----\n{body(c)}\n{body(c)}\n-----END RSA PRIVATE KEY-----",
    "pem without its end": lambda c: f"-----BEGIN PRIVATE KEY-----\n{body(c)}\n{body(c)}",
    "password": lambda c: f"password={body(c)}",
    "chosen password": lambda c: f"password: {chosen(c)}",
    "spoken password": lambda c: f"my password is {body(c)}",
    "passphrase of words": lambda c: f"passphrase = {MARK} {MARK} {MARK} {MARK}",
    "password in json": lambda c: json.dumps({"user": "x", "password": chosen(c), "n": 1}),
    "password in tight json": lambda c: json.dumps({"password": chosen(c)}, separators=(",", ":"), ensure_ascii=False),
    "password in a dict": lambda c: repr({"password": chosen(c), "n": 1}),
    "values in a repr": lambda c: f"Session(token={body(c)!r}, api_key=SecretStr({body(c)!r}))",
    "nested secret": lambda c: json.dumps({"client_secret": {"value": body(c), "expires_at": 1}}),
    "deeply nested secret": lambda c: json.dumps({"secret": {"a": {"value": body(c)}, "b": {"c": body(c)}}}),
    "option": lambda c: f"run --api-key {body(c)} --fast",
    "option in a list": lambda c: repr(["run", "--token", body(c)]),
    "pair": lambda c: f"get(auth=('{MARK}', '{body(c)}'))",
    "e-mail": lambda c: f"{MARK}.{MARK}+{MARK}@{MARK}.example.com",
    "home": lambda c: f"/home/{MARK}/.config/agentnook/x",
    "other homes": lambda c: f"/home/other{MARK}/x and /Users/{MARK} {MARK}/Library",
    "home on windows": lambda c: rf"C:\Users\{MARK} {MARK}\AppData\x.json",
    "file of a person": lambda c: f"/home/{MARK}/Documents/other{MARK} {MARK}'s other{MARK}.pdf",
    "file of somebody else": lambda c: f"/home/O'other{MARK}/other{MARK}'s other{MARK}.pdf",
    "file on a stick": lambda c: f"/media/{MARK}/other{MARK} {MARK}/other{MARK}, other{MARK}.pdf",
    "file that is mounted": lambda c: f"/mnt/other{MARK}/x and /srv/other{MARK}/other{MARK}",
    "file among the temporary": lambda c: f"/tmp/other{MARK} other{MARK}",
    "file on a drive": lambda c: rf"D:\other{MARK} other{MARK}\x.json",
    "file on a share": lambda c: rf"\\other{MARK}\other{MARK}\other{MARK} x.json",
    "file the system names": lambda c: str(FileNotFoundError(2, "No such file", f"/data/other{MARK}'s {MARK}")),
    "two files the system names": lambda c: str(OSError(18, "No", f'/data/"other{MARK}', None, f"/x/other{MARK}'s")),
    "file the system names in bytes": lambda c: str(PermissionError(13, "No", f"/data/other{MARK}".encode())),
    "workflow": lambda c: f"the workflow wf_{body(c)} is used",
    "domain key": lambda c: f"domain_pk_{body(c)}",
    "header of a server": lambda c: f"X-Agent-Key: {body(c)} {body(c)}",
    "header of a server, without x": lambda c: f"Agent-Key: {body(c)}",
    "key alone": lambda c: f"key: {body(c)}",
    "signature of a query": lambda c: f"GET /files/x?n=1&sig={body(c)}&key={body(c)}",
    "names": lambda c: f"logged in as {MARK} on workbox-{MARK}",
    "registered": lambda c: f"value is {REGISTERED} here",
}

WAYS: Mapping[str, Callable[[str], str]] = {
    "plain": lambda secret: secret,
    "in a sentence": lambda secret: f"Failed (attempt 2) with {secret}, trying again",
    "in json": lambda secret: json.dumps({"body": secret, "n": 1}),
    "in json with all letters": lambda secret: json.dumps({"body": secret, "n": 1}, ensure_ascii=False),
    "in json in json": lambda secret: json.dumps({"a": json.dumps({"body": secret})}),
    "in json in json in json": lambda secret: json.dumps(json.dumps({"a": json.dumps({"body": secret})})),
    "in a dict": lambda secret: repr({"x": secret}),
    "in bytes": lambda secret: repr(secret.encode()),
    "in a list": lambda secret: repr([1, secret, None]),
    "percent-encoded": lambda secret: "GET /log?m=" + urllib.parse.quote(secret, safe=""),
    "percent-encoded twice": lambda secret: urllib.parse.quote(urllib.parse.quote(secret, safe=""), safe=""),
    "as a form": urllib.parse.quote_plus,
    "on a line of its own": lambda secret: f"first line\n{secret}\nlast line",
    "behind an escaped line end": lambda secret: f"x\\n{secret}\\r\\ny",
    "quoted": lambda secret: f'said "{secret}"',
}


def corpus_redactor() -> Redactor:
    """Return a redactor on a computer that has the names of this corpus."""
    names = OwnNames(homes=(f"/home/{MARK}",), users=(MARK,), hosts=(f"workbox-{MARK}",))
    redactor = Redactor(names)
    redactor.register(REGISTERED)
    return redactor
