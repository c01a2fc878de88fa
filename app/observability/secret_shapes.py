"""Owns the shapes by which secrets and persons are known in any text: keys, headers, cookies, URLs, paths, addresses.

A shape is a pure function from text to text. It needs to run only when one of its triggers stands in the lower-cased
text, so an ordinary line costs one look. Every repetition is bounded: hostile text cannot make a pattern slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

SECRET = "[secret]"  # noqa: S105 -- the mark in its place
EMAIL = "[e-mail]"
USER = "[user]"


@dataclass(frozen=True, slots=True)
class Shape:
    """What to hide: `triggers` are lower-case, and one of them stands in every text that `pattern` can match."""

    name: str
    triggers: tuple[str, ...]
    pattern: str
    replacement: str = SECRET

    def hide(self, text: str) -> str:
        """Return the text without what has this shape."""
        return _compiled(self.pattern).sub(self.replacement, text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile on first need: most runs of the program never meet most shapes."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


# A word may also begin behind an escape that ends in a letter or a digit: \nsk-, \u0020sk-.
AFTER_ESCAPE = r"(?<=\\[abfnrtv]) | (?<=\\u[0-9a-f]{4}) | (?<=\\x[0-9a-f]{2})"
WORD_START = rf"(?: (?<![a-z0-9]) | {AFTER_ESCAPE} )"

# A quote may carry backslashes (JSON inside JSON), and the closing one carries as many. Where a text was cut off
# before the closing quote or bracket, the rest of the line goes.
_QUOTED = r"""[\s+]{0,40} (?:[a-z_][\w.]{0,40}\()? [bru]{0,2} (?P<quote>\\{0,64}["'])
              (?: (?s:.{0,8192}?) (?<!\\)(?P=quote) | [^\r\n]* )"""
_ENDS = r"""(?![^\s,;&)}\]"'\\])"""
_BRACED = rf"""[\s+]{{0,40}} (?: \{{(?:[^{{}}]{{0,4096}}\}}{_ENDS}|[^\r\n]*)
               | \[(?!secret\])(?:[^\[\]]{{0,4096}}\]{_ENDS}|[^\r\n]*) | \((?:[^()]{{0,4096}}\){_ENDS}|[^\r\n]*) )"""
_BARE = rf"[ \t+]{{0,8}} (?! (?:null|none|true|false|undefined|\[secret\]) {_ENDS} )"
_EQUALS = r"""(?: (?:\\{0,64}["'])? [\s+]{0,40} (?:=>|=|:) | \\{0,64}["']\s{0,4},(?=[\s+]{0,4}b?\\{0,64}["']) )"""


def _named(name: str, bare_value: str) -> str:
    """Return the pattern of a named value: name=value, "name": "value", name=Type('value'), (b"name", b"value")."""
    return rf"(?P<name> {name} {_EQUALS} ) (?: {_QUOTED} | {_BRACED} | {_BARE} {bare_value} )"


# Without quotes, what a machine made ends where a word ends; what a person made, or a header, may hold anything.
_WORD = r"""[^\s&"'<>]+"""
_TO_NEXT_NAME = r"""[^\s][^\r\n]*?(?=\s[\w.-]{1,40}[=:]|&\w{1,40}=|[\r\n]|\Z)"""
_TO_LINE_END = r"""[^\s][^\r\n]*"""

_HEADERS = rf"(?: authorization | cookie2? | (?<![a-z])auth | {WORD_START} x-[a-z0-9-]{{0,40}}(?:key|token|secret) )"
_CHOSEN_BY_PEOPLE = r"""(?: (?: passw(?:or)?d | passwort | kennwort | passphrase | passcode | (?<![a-z0-9])pw | pwd )
    (?: [_.-]?(?:value|hash|confirm\w{0,12}) )? )"""
_MADE_BY_MACHINES = rf"""(?: (?: token | secret | credentials? | signature | jwt | sessid | session[_-]?id
    | (?: (?<![a-z]) | {AFTER_ESCAPE} )(?:otp|totp|pass|sig|key)
    | (?:api|access|private|secret|encryption|signing|account|shared|auth|master|storage|license|domain|provider)
      [\s_.-]?key ) (?: [_.-]?(?:key|value|hash|string|data) )? )"""

_SCHEME_END = r"(?: :// | :\\{1,64}/\\{1,64}/ )"
_SCHEME_TRIGGERS = ("://", ":\\")
SEPARATOR = r"(?: \\{0,64}/ | \\{1,64} )"
# Without `+`, which stands for a blank in some addresses: what is within a word must not be what is between two.
_PATH_CHARACTER = r"""(?: [^\s+/\\"'<>|:*?,;()\[\]{}&] | (?:\\{1,64}['"] | ['(),;&])(?=\w) )"""

_VENDOR_KEY = r"""(?:
      sk-[\w*-]{6,} | (?:wf|domain_pk)_[\w-]{6,}
    | (?:ek|ck|cksess|chatkit_token)_[\w-]{6,} | cksess[\w-]{8,} | sess-[\w-]{12,}
    | (?:A3T[A-Z0-9]|AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{12,}
    | gh[oprsu]_\w{16,} | github_pat_\w{16,} | glpat-[\w-]{16,}
    | xox[a-z]-[\w-]{8,} | xapp-[\w-]{8,} | hooks\.slack\.com/(?:services|workflows)/[\w/-]+
    | AIza[\w-]{30,} | ya29\.[\w.-]{8,} | GOCSPX-[\w-]{8,}
    | [rs]k_(?:live|test)_\w{8,} | whsec_\w{8,} | SG\.[\w-]{8,}\.[\w-]{8,}
    | hf_\w{16,} | gsk_\w{16,} | xai-\w{16,} | npm_\w{16,} | pypi-[\w-]{16,} | AGE-SECRET-KEY-\w{8,}
    | pplx-\w{16,} | r8_\w{16,} | ntn_\w{16,} | lin_api_\w{16,} | shp(?:at|ca|pa|ss)_\w{16,}
    | nvapi-[\w-]{12,} | AQ\.(?=[\w-]*\d)[\w-]{16,} | hvs\.[\w-]{12,} | glsa_\w{16,} | ATATT[\w=-]{12,}
    | sb_secret_\w{8,} | (?:sk_|org-|thread_|cthr_)(?=[a-z]*\d)[a-z0-9]{12,}
    | dckr_pat_[\w-]{16,} | do[opr]_v1_\w{16,} | dapi[0-9a-f]\w{16,} )"""

SHAPES: tuple[Shape, ...] = (
    Shape("pem block", ("-----begin",), r"-----BEGIN[^-\r\n]{1,60}----- (?s:.*?) (?:-----END[^-\r\n]{1,60}-----|\Z)"),
    Shape(
        "header",
        ("authorization", "cookie", "auth", "x-"),
        _named(_HEADERS, _TO_LINE_END),
        rf"\g<name> {SECRET}",
    ),
    Shape(
        "password",
        ("passw", "passphrase", "passcode", "pw", "kennwort"),
        _named(_CHOSEN_BY_PEOPLE, _TO_NEXT_NAME),
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "spoken password",
        ("passw", "passphrase", "passcode"),
        r"(?P<name> (?:passw(?:or)?d|passphrase|passcode)[\s+]{1,4}(?:is|was)[\s+]{1,4} ) [^\s]+",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "named secret",
        ("token", "secret", "credential", "sig", "jwt", "sess", "otp", "pass", "key"),
        _named(_MADE_BY_MACHINES, _WORD),
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "spoken secret",
        ("token", "secret", "key"),
        r"""(?P<name> (?: token | secret | (?:api|access|private)[\s_.-]?key )
                      (?: [\s+]{1,4} (?:is|was) )? [\s+]{1,4} )
            (?= [a-z_.~/=-]{0,64} \d ) [\w.~+/=-]{10,}""",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "spoken header",
        ("x-",),
        rf"(?P<name> {WORD_START} x-[a-z0-9-]{{0,40}}(?:key|token|secret) [ \t]{{1,4}} ) [\w.~+/=-]{{12,}}",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "element",
        ("passw", "pwd", "secret", "token", "key"),
        r"""(?P<name> < [\w:.-]{0,40} (?: passw(?:or)?[dt] | pwd | secret | token | api[_-]?key )
                      (?: \s[^<>]{0,256} )? > )
            [^<]{1,1024} (?=</)""",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "user of curl",
        ("-u ", "--user"),
        r"""(?P<name> (?<![\w-]) (?: -u | --user ) (?: = | [ ]{1,4} ) ["']? )
            (?! [a-z]:[\\/] ) [^\s:"']{1,64} : (?!//) [^\s"']{1,256}""",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "command line option",
        ("--",),
        r"(?P<name> --[a-z-]{0,40}(?:token|secret|passw(?:or)?d|passphrase|key)[ \t+]{1,8} ) (?!-)[^\s]+",
        rf"\g<name>{SECRET}",
    ),
    Shape(
        "password with a slash in a URL",
        _SCHEME_TRIGGERS,
        rf"""(?P<scheme> {_SCHEME_END} ) [^\s/@:"'<>]{{0,128}} : (?!\d{{1,5}}(?:[/?#]|$)) [^\s@"'<>]{{1,256}} @""",
        rf"\g<scheme>{SECRET}@",
    ),
    Shape(
        "user in a URL",
        _SCHEME_TRIGGERS,
        rf"""(?P<scheme> {_SCHEME_END} )
             (?: [^\s/@"'<>]{{1,256}} @ ){{1,8}}""",
        rf"\g<scheme>{SECRET}@",
    ),
    Shape(
        "user and password without a scheme",
        ("@",),
        r"""(?<![^\s"'=(\[{,;]) [^\s/@:"'<>=]{1,64} : (?!//) [^\s@"'<>]{1,128} @ (?=[\w\[])""",
        f"{SECRET}@",
    ),
    Shape(
        "query or fragment of a URL",
        _SCHEME_TRIGGERS,
        rf"""(?P<address> {_SCHEME_END} [^\s?#"'<>]{{0,256}}? ) [?#] [^\s"'<>]+""",
        rf"\g<address>?{SECRET}",
    ),
    Shape(
        "path token",
        ("127.0.0.1", "localhost", "[::1]"),
        rf"""(?P<address> (?: 127\.0\.0\.1 | localhost | \[::1\] ) (?: :\d{{1,5}} )? {SEPARATOR} ) [\w-]{{16,}}""",
        rf"\g<address>{SECRET}",
    ),
    Shape("page opening", ("__agentnookopen",), r"(?P<call> __agentnookOpen\( ) [^)\r\n]{1,512}", rf"\g<call>{SECRET}"),
    Shape(
        "credential of a scheme",
        ("bearer", "basic", "apikey"),
        rf"""{WORD_START} (?P<scheme> (?:bearer|basic|apikey) (?: [\s+] | \\u0020 ){{1,4}} )
             (?! (?-i:[a-z]{{1,15}}) (?![\w.~+/=%-]) ) [\w.~+/=%-]{{8,}}""",
        rf"\g<scheme>{SECRET}",
    ),
    Shape(
        "vendor key",
        (
            *("wf_", "domain_pk_", "sk-"),
            *("ek_", "ck_", "cksess", "chatkit_token", "sess-", "a3t", "akia", "asia", "agpa", "aida", "aroa"),
            *("gho_", "ghp_", "ghr_", "ghs_", "ghu_", "github_pat_", "glpat-", "xox", "xapp-", "hooks.slack.com"),
            *("aiza", "ya29.", "gocspx-", "k_live_", "k_test_", "whsec_", "sg.", "hf_", "gsk_", "xai-", "npm_"),
            *("pypi-", "age-secret-key-", "pplx-", "r8_", "ntn_", "lin_api_", "shpat_", "shpca_", "shppa_", "shpss_"),
            *("dckr_pat_", "doo_v1_", "dop_v1_", "dor_v1_", "dapi"),
            *("nvapi-", "aq.", "hvs.", "glsa_", "atatt", "sb_secret_", "sk_", "org-", "thread_", "cthr_"),
        ),
        rf"{WORD_START} {_VENDOR_KEY}",
    ),
    # After the keys: one that happens to hold these three letters must not lose only what follows them.
    Shape("json web token", ("eyj",), r"eyJ[\w-]{8,} (?: \.[\w-]{2,} ){0,5} \.?"),
    Shape(
        "e-mail",
        ("@", "\\u0040"),
        r"""[^\s@<>"'(),:;\[\]\\/=&?]{1,64} (?: @ | \\u0040 )
            [^\s@<>"'(),:;\[\]\\/=&?.]{1,63} (?: \.[^\s@<>"'(),:;\[\]\\/=&?.]{1,63} ){1,8}""",
        EMAIL,
    ),
    Shape(
        "folder of a person",
        ("home", "users", "documents"),
        rf"""(?P<folder> {SEPARATOR} (?:home|users|documents[ +]and[ +]settings) {SEPARATOR} )
             (?: {_PATH_CHARACTER}{{1,64}} (?: [ +]{{1,4}} {_PATH_CHARACTER}{{1,64}} ){{0,3}} (?={SEPARATOR})
               | {_PATH_CHARACTER}{{1,64}} )""",
        rf"\g<folder>{USER}",
    ),
)
