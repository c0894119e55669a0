"""Names and addresses that want to be something else than text, for every field and every picture.

After the cheat sheets of OWASP on cross-site scripting and XML, and what mathematics, templates,
file names, bidirectional text and broken encodings do to careless programs.
"""

from __future__ import annotations

HTML = (
    "<script>window.__pwned=1</script>",
    "</script><script>window.__pwned=2</script>",
    "<img src=x onerror=window.__pwned=3>",
    "<svg onload=window.__pwned=4>",
    "<svg><script>window.__pwned=5</script></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>parent.__pwned=6</script>'>",
    "<iframe src=javascript:window.__pwned=7>",
    '<a href="javascript:window.__pwned=8">x</a>',
    "<body onload=window.__pwned=9>",
    "<details open ontoggle=window.__pwned=10>",
    "<math><mtext></mtext><style></style><img src onerror=window.__pwned=11></math>",
    "<!--<script>window.__pwned=12//-->",
    "--><img src=x onerror=window.__pwned=13>",
    '"><img src=x onerror=window.__pwned=14>',
    "'><img src=x onerror=window.__pwned=15>",
    '" onmouseover="window.__pwned=16',
    "' onfocus='window.__pwned=17' autofocus='",
    "</title><script>window.__pwned=18</script>",
    "</style><style>*{display:none}</style>",
    "</textarea><script>window.__pwned=19</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "&lt;script&gt;window.__pwned=20&lt;/script&gt;",
    "&#60;script&#62;window.__pwned=21&#60;/script&#62;",
)
XML = (
    "]]><script>window.__pwned=22</script>",
    "<![CDATA[<script>window.__pwned=23</script>]]>",
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
    "&y;",
    "&amp;amp;",
    "<?xml-stylesheet href='https://evil.example/x.xsl'?>",
    "<use href='https://evil.example/x.svg#y'/>",
    "<image xlink:href='https://evil.example/x.png'/>",
    "<set attributeName=onload to=window.__pwned=24>",
    "\x00 zero",
    "bell \x07 and escape \x1b[31m red",
    "line\none\r\nline two\ttab",
    "next\x85line \u2028 separators \u2029 here",
    "not a letter \ufffe \uffff",
    "half a pair \ud800 alone",
    "delete \x7f and \x9b control",
)
MATHEMATICS = (
    "$x^2$",
    "price $5 and $6",
    "$\\frac{1}{0}$",
    "\\$ escaped $ \\$",
    "$\\undefinedcommand{$",
    "\\LaTeX \\n \\input{/etc/passwd}",
    "100 % of_the {braces} ^ ~ # &",
    "_leading underscore",
)
TEMPLATES = (
    "{{ 7*7 }}{% raw %}",
    "${window.__pwned=25}",
    "#{7*7} <%= 7*7 %>",
    "%s %(name)s {0} {name!r}",
    "__proto__",
    "constructor",
    "=cmd|' /C calc'!A0",
)
DIRECTIONS = (
    "Right \u202eto left gpj.exe",
    "\u2066isolated\u2069 \u200fmark",
    "שלום עולם",
    "مرحبا بالعالم",
    "Spółka שלום i مرحبا 123",
)
LETTERS = (
    "Zażółć gęślą jaźń ŁÓDŹ ĄĆĘŃŚŻ",
    "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308a" * 8,
    "漢字 かな 한글",
    "\U0001f9d1\u200d\U0001f680 \U0001f3f3\ufe0f\u200d\U0001f308",
    "W" * 400,
    "słowo " * 300,
    "a\u00a0b\u200bc\ufeffd",
    ".",
)
ADDRESSES = (
    "javascript:window.__pwned=26",
    "JaVaScRiPt:window.__pwned=27",
    "java\tscript:window.__pwned=28",
    "data:text/html,<script>window.__pwned=29</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://evil.example/\"onclick='window.__pwned=30'",
    "https://user:password@evil.example/",
)

HOSTILE_NAMES = (
    *HTML,
    *XML,
    *MATHEMATICS,
    *TEMPLATES,
    *DIRECTIONS,
    *LETTERS,
    *ADDRESSES,
)
"""All of them."""
