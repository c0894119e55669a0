"""A report as a tagged PDF with bookmarks, made from the page by WeasyPrint."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from graphkit.model import UsageError
from graphkit.report.tree import Picture, Report
from graphkit.report.writers.format import Format
from graphkit.report.writers.html import Places, report_html

_NEEDED = (
    "a PDF needs WeasyPrint: pip install 'graphkit[pdf]'; on Linux it also needs Pango, in the "
    "packages libpango-1.0-0 and libpangoft2-1.0-0; or write .html and print it"
)


def _write(report: Report, _: Path | None) -> bytes:
    try:
        import weasyprint
    except ImportError:
        raise UsageError(_NEEDED) from None
    except OSError as error:  # a library of the system is missing
        raise UsageError(f"{_NEEDED} ({error})") from None
    from weasyprint.urls import URLFetcher

    page = report_html(report, Places(_png, None))
    # Nothing but what is in the page itself is read.
    inside = URLFetcher(allowed_protocols=["data"])
    made: Any = weasyprint.HTML(string=page, base_url="about:blank", url_fetcher=inside)
    written: bytes = made.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"graphkit")
    return written


def _png(picture: Picture) -> str:
    drawn = base64.b64encode(picture.draw("png")).decode("ascii")
    return f"data:image/png;base64,{drawn}"


FORMAT = Format((".pdf",), _write)
