"""Clean the text of a cell: one Unicode form, no surrounding space, no hidden characters.

Control characters, overrides of the writing direction and broken characters are faults, because
they make different names look the same, or a page show something that the data do not say.
"""

from __future__ import annotations

import re
import unicodedata

from graphkit.sources.problem_texts import Fault

LONGEST_CELL = 10_000
"""The most characters that a cell may have."""

NO_VALUE = "#FORMULA!"
"""Stands in a cell whose formula the spreadsheet program has not computed yet."""

LOST = "\N{REPLACEMENT CHARACTER}"
"""Stands where a program could not read a character."""

NOT_AVAILABLE = frozenset(
    "#N/A #N/D! #N/D #NV #N/B #SAKNAS! #I/T #PUUTTUU! #HIÁNYZIK #YOK #Н/Д #NENÍ_K_DISPOZICI "
    "#NEDOSTUPNÝ".split()
)
"""The errors that say no more than that there is no value."""

_ERRORS = frozenset(
    # English
    "#REF! #N/A #VALUE! #NAME? #DIV/0! #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! "
    # Polish
    "#ADR! #N/D! #ARG! #NAZWA? #DZIEL/0! #LICZBA! #ZERO! #ROZLANIE! #OBL! "
    # German
    "#BEZUG! #NV #WERT! #ZAHL! #ÜBERLAUF! "
    # French
    "#VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION! "
    # Spanish and Portuguese
    "#¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NUM! #¡NULO! #VALOR! #NOME? #NÚM! #NULO! "
    # Italian and Dutch
    "#RIF! #VALORE! #N/D #N/B #WAARDE! #NAAM? #DEEL/0! #GETAL! #VERW! #LEEG! "
    # Czech and Slovak
    "#HODNOTA! #NÁZEV? #DĚLENÍ_NULOU! #ČÍSLO! #NENÍ_K_DISPOZICI #ODKAZ! "
    "#DELENIENULOU! #NÁZOV? #NEDOSTUPNÝ #NEPLATNÝ! "
    # Swedish, Danish, Norwegian and Finnish
    "#REFERENS! #SAKNAS! #VÄRDEFEL! #NAMN? #DIVISION/0! #OGILTIGT! #SKÄRNING! "
    "#VÆRDI! #NAVN? #I/T #REFERENCE! #VERDI! #ARVO! #JAKO/0! #NIMI? #PUUTTUU! #VIITTAUS! #LUKU! "
    # Hungarian and Turkish
    "#ÉRTÉK! #ZÉRÓOSZTÓ! #NÉV? #HIÁNYZIK #HIV! #SZÁM! #NULLA! "
    "#DEĞER! #SAYI/0! #AD? #YOK #BAŞV! #SAYI! #BOŞ! "
    # Russian
    "#ЗНАЧ! #ДЕЛ/0! #ИМЯ? #Н/Д #ССЫЛКА! #ЧИСЛО! #ПУСТО! #ПЕРЕНОС!".split()
)
"""What spreadsheet programs leave in a cell whose formula failed, in the languages of Europe."""

_LIBREOFFICE_ERROR = re.compile(
    r"(?:Err|Błąd|Fehler|Fout|Erreur|Errore|Error|Erro|Chyba|Hiba|Fel|Feil|Fejl|Virhe|Hata|Ошибка)"
    r":5\d\d"
)

_LINES = re.compile(r"[ \t]*[\r\n\t]+[ \t]*")

# Invisible characters from text copied from web pages, which would split one name in two.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))

_DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_NAMES = {
    0x09: "a tab",
    0x0A: "a line break",
    0x0D: "a line break",
    0x2028: "a line break",
    0x2029: "a line break",
    0xFFFD: "in place of a lost character",
}


def clean(text: str, *, lines: bool = False, lost: bool = False) -> str:
    """The text in NFC without surrounding space; with `lines`, line breaks and tabs become a space.

    lost: whether the sign for a character that was lost may stay.
    Raises Fault on an error value and on the first character that no cell may hold.
    """
    text = text.strip()
    if text[:1] == "#" or text[-4:-2] == ":5":
        check_formula(text)
    if text.isascii() and text.isprintable():
        return text
    if lines:
        text = _LINES.sub(" ", text)
    if LOST in text or not text.isprintable():
        for character in text:
            if _is_forbidden(character) and not (lost and character == LOST):
                raise Fault(*_forbidden(ord(character)))
        text = text.translate(_INVISIBLE)
    return unicodedata.normalize("NFC", text).strip()


def check_formula(text: str) -> None:
    """Raises Fault on what a spreadsheet program leaves where a formula failed or has not run."""
    if not text.startswith("#") and text[-4:-2] != ":5":
        return
    if text == NO_VALUE:
        cure = "open the workbook in a spreadsheet program and save it"
        raise Fault("contains a formula without a value", cure)
    # In French, a space stands before the question mark.
    if "".join(text.split()).upper() in _ERRORS or _LIBREOFFICE_ERROR.fullmatch(text):
        raise Fault(f"contains the error {text}", "fix the formula, or write the value")


def _is_forbidden(character: str) -> bool:
    if character.isprintable():
        return character == LOST
    point = ord(character)
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or point in _DIRECTIONS
        or point & 0xFFFE == 0xFFFE
        or 0xFDD0 <= point <= 0xFDEF
    )


def _forbidden(point: int) -> tuple[str, str]:
    what = f"contains the character U+{point:04X}"
    if point in _NAMES:
        return f"{what}, {_NAMES[point]}", (
            "write the right one"
            if point == 0xFFFD
            else "write a space"
            if point == 0x09
            else "write it on one line"
        )
    if point in _DIRECTIONS:
        return f"{what}, which changes the writing direction", "delete it"
    if 0xD800 <= point <= 0xDFFF or point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF:
        return f"{what}, which is not a character", "delete it"
    return f"{what}, a control character", "delete it"
