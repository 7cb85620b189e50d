"""The company's look: colours that stay readable, and a mark for a company that gives no logo.

A brand's colour may be too pale for text and too dark for a dark page. It is used as it is where it is a ground, with
black or white on it; where it is text or a line it is moved towards black or white until it stands out enough.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape

DEFAULT_PRIMARY = "#123a5f"
DEFAULT_ACCENT = "#0a66b7"

_READABLE = 4.8
"""A little more than the 4.5 of WCAG 2.2 (1.4.3): grounds are not all quite white or black."""
_LIGHT_GROUND = "#f5f7f9"
_DARK_GROUND = "#1a2532"
_LEGAL_FORM = re.compile(
    r"^(s[./]?a\.?|ltda\.?|me|epp|eireli|inc\.?|ltd\.?|llc|gmbh|d[aeo]s?|e|and|of|the)$", re.IGNORECASE
)

_Rgb = tuple[float, float, float]


def brand_style(colours: Mapping[str, str]) -> str:
    """Returns the style sheet with the brand's colours for light and dark pages.

    Args:
        colours: `#rrggbb` by name; `primary` and `accent` are used, all of them are there as `--pm-brand-NAME`.
    """
    primary, accent = colours.get("primary", DEFAULT_PRIMARY), colours.get("accent", DEFAULT_ACCENT)
    named = ({"primary": primary, "accent": accent} | dict(colours)).items()
    plain = ((f"brand-{name.replace('_', '-')}", value) for name, value in named)
    return "\n".join(
        (
            "/* brand.colours of map.yaml */",
            _block(":root", (*plain, ("brand", primary), ("on-brand", text_on(primary)))),
            _block("[data-md-color-scheme]", _inks(primary, accent, _LIGHT_GROUND)),
            # On paper there is no dark page.
            "@media screen {",
            _block('[data-md-color-scheme="slate"]', _inks(primary, accent, _DARK_GROUND)),
            "}",
            "",
        )
    )


def text_on(ground: str) -> str:
    """Returns black or white, whichever reads better on a ground."""
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, ground))


def readable(colour: str, ground: str) -> str:
    """Returns the colour, moved towards black or white as far as text in it needs on this ground."""
    towards = text_on(ground)
    return next(
        mixed for step in range(51) if contrast(mixed := _mixed(towards, colour, step / 50), ground) >= _READABLE
    )


def contrast(one: str, other: str) -> float:
    """Returns the contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def monogram(client: str, colours: Mapping[str, str]) -> str:
    """Returns a mark with the company's initials as SVG."""
    primary = colours.get("primary", DEFAULT_PRIMARY)
    letters = initials(client)
    size = 17 if len(letters) == 1 else 14
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{primary}"/>'
        f'<text x="16" y="16.5" fill="{text_on(primary)}" font-family="system-ui, sans-serif" font-size="{size}" '
        f'font-weight="700" text-anchor="middle" dominant-baseline="central">{escape(letters)}</text></svg>\n'
    )


def initials(client: str) -> str:
    """Returns one or two letters for a company: `Benefícios Exemplo S.A.` gives `BE`."""
    words = [word for word in re.findall(r"\w[\w./&-]*", client) if not _LEGAL_FORM.match(word)]
    return "".join(word[0] for word in words[:2]).upper() or "?"


def _inks(primary: str, accent: str, ground: str) -> Iterable[tuple[str, str]]:
    return (
        ("brand-ink", readable(primary, ground)),
        ("brand-ground", _mixed(primary, ground, 0.08 if ground == _LIGHT_GROUND else 0.3)),
        ("focus", readable(accent, ground)),
    )


def _block(selector: str, variables: Iterable[tuple[str, str]]) -> str:
    return f"{selector} {{\n" + "".join(f"  --pm-{name}: {value};\n" for name, value in variables) + "}"


def _mixed(colour: str, ground: str, share: float) -> str:
    parts = (round(255 * (a * share + b * (1 - share))) for a, b in zip(_rgb(colour), _rgb(ground), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> _Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
