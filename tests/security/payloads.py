"""More than a hundred scripts that a page must never run: each way out of a context with each way to run."""

CALL = "pwn("

WAYS_OUT = ("", '"', "'", '">', "'>", "</p>", "</label>", "</script>", "</title>", "-->", "\\u003e")
WAYS_TO_RUN = (
    "<script>pwn({})</script>",
    "<ScRiPt >pwn({})</sCrIpT>",
    "<img src=x onerror=pwn({})>",
    "<svg/onload=pwn({})>",
    "<a href=javascript:pwn({})>x</a>",
    "<a href='java\tscript:pwn({})'>x</a>",
    "<iframe srcdoc='<script>pwn({})</script>'>",
    "<input autofocus onfocus=pwn({})>",
    " onmouseover=pwn({}) x=",
    "<style>@import 'javascript:pwn({})'</style>",
    "<details open ontoggle=pwn({})>",
    "<math><mi xlink:href=javascript:pwn({})>x",
)

PAYLOADS = [
    out + run.format(100 * number + place)
    for number, out in enumerate(WAYS_OUT)
    for place, run in enumerate(WAYS_TO_RUN)
]
LONGEST_NAME = 80
