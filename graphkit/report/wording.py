"""The words of a report in its language: messages, numbers, dates and plurals.

Messages stand in `messages/`, one file per language. Names are never inflected: sentences are built
so that they can stand as they are.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from graphkit.model.rounded import rounded
from graphkit.views.glossary import form_for, forms_of
from graphkit.views.translation import LANGUAGES, Words, words

_LOCALES = {"en": "en_GB", "pl": "pl_PL"}
_LEAST = 0.0001
_NO_VALUE = "–"
_YEAR, _MONTH = 4, 7

_GENITIVE = ("to", "since", "from", "until")
_OTHER_CASES = ("by", "later", "between")
"""The texts about dates in which Polish months are in the genitive, and in yet another case."""

__all__ = ["LANGUAGES", "Wording", "wording"]


class Wording:
    """How a language says messages, numbers, dates and lists.

    Parameters
    ----------
    language : {"en", "pl"}
        The language.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        path = files("graphkit.report") / "messages" / f"{language}.json"
        self._messages: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    @cached_property
    def _locale(self) -> Any:
        from babel import Locale

        return Locale.parse(_LOCALES[self.language])

    @cached_property
    def views(self) -> Words:
        """The words that pages and figures use, such as the names of kinds."""
        return words(self.language)

    def message(self, part: str, name: str) -> str:
        """Return the template of a sentence; KeyError if there is none."""
        return str(self._messages[part][name])

    def has(self, part: str, name: str) -> bool:
        """Say whether there is such a message."""
        return name in self._messages.get(part, {})

    def section(self, name: str) -> dict[str, str]:
        """Return all messages of a part."""
        return dict(self._messages[name])

    def noun(self, form: str, number: int) -> str:
        """Return what follows a number: a term of the glossary, or one of some words.

        >>> [wording("pl").noun("organisation", n) for n in (1, 3, 5)]
        ['organizacja', 'organizacje', 'organizacji']
        >>> wording("en").noun("is|are", 2)
        'are'
        """
        forms = form.split("|") if "|" in form else forms_of(form, self.language)
        return forms[form_for(number, self.language)]

    def number(self, value: float) -> str:
        """Write a number: whole ones whole, others with three significant digits.

        >>> wording("pl").number(0.123456), wording("en").number(12345)
        ('0,123', '12,345')
        """
        from decimal import Decimal

        from babel.numbers import format_decimal

        if isinstance(value, float) and not math.isfinite(value):
            return _NO_VALUE
        if 0 < abs(value) < _LEAST:
            least = format_decimal(Decimal(str(_LEAST)), locale=self._locale, format="0.####")
            return f"<{least}"
        exact = Decimal(rounded(value) if isinstance(value, float) else value)
        return str(format_decimal(exact, locale=self._locale, decimal_quantization=False))

    def percent(self, share: float) -> str:
        """Write a share as per cent, whole from 10 % on, else with one digit more.

        >>> wording("en").percent(0.667), wording("en").percent(0.0957)
        ('67%', '9.6%')
        """
        from babel.numbers import format_percent

        if not math.isfinite(share):
            return _NO_VALUE
        whole = abs(share) >= 0.1 or share == 0
        if not whole and round(share, 3) == 0:
            return f"<{format_percent(0.001, '0.#%', self._locale)}"
        return str(format_percent(share, "0%" if whole else "0.#%", self._locale))

    def date(self, text: str, *, genitive: bool = False) -> str:
        """Write an ISO date as precisely as it is stated; in Polish also a month in the genitive.

        >>> [wording("en").date(each) for each in ("2014", "2014-11", "2014-11-07")]
        ['2014', 'November 2014', '7 November 2014']
        >>> wording("pl").date("2014-11"), wording("pl").date("2014-11", genitive=True)
        ('listopad 2014', 'listopada 2014')
        """
        from babel.dates import format_date, format_skeleton

        if len(text) <= _YEAR:
            return text
        if len(text) == _MONTH:
            day = datetime.date.fromisoformat(f"{text}-01")
            if genitive:
                return str(format_date(day, "MMMM y", locale=self._locale))
            return str(format_skeleton("yMMMM", day, locale=self._locale))
        return str(
            format_date(datetime.date.fromisoformat(text), format="long", locale=self._locale)
        )

    def date_in(self, form: str, text: str) -> str:
        """Write an ISO date for a text that says when a fact held, in the case that it needs there.

        >>> [wording("pl").date_in(form, "2014-11") for form in ("since", "seen", "between")]
        ['listopada 2014', 'listopad 2014', '11.2014']
        """
        if self.language == "pl" and len(text) == _MONTH and form in _OTHER_CASES:
            year, month = text.split("-")
            return f"{month}.{year}"
        return self.date(text, genitive=form in _GENITIVE) if text else ""

    def joined(self, count: int) -> Sequence[str]:
        """Return what stands between the items of a list of `count`: commas, and a last word.

        >>> wording("en").joined(3)
        [', ', ' and ']
        """
        last = f" {self.message('common', 'and')} "
        return [", "] * (count - 2) + [last] * (count > 1)


@cache
def wording(language: str) -> Wording:
    """The words of a language of `LANGUAGES`.

    Parameters
    ----------
    language : {"en", "pl"}
        The language.

    Returns
    -------
    Wording
        Its words.

    Examples
    --------
    >>> wording("pl").date("2014-11-07")
    '7 listopada 2014'
    """
    return Wording(language)
