"""How long a plan of ten pages takes as a PDF, beside one of a page in the same run."""

import time
from io import BytesIO

import django

SHORT, LONG = 2, 46  # agreements that fill a page, and ten
TIMES = 9


def main() -> None:
    """Print the median of nine of each, and their ratio; needs the settings, and no database."""
    django.setup()
    (one, few), (ten, many) = (_took(agreements) for agreements in (SHORT, LONG))
    print(f"\n  PDF of {many} pages: {ten * 1000:.0f} ms, {ten / one:.1f} times one of {few}")


def _took(agreements: int) -> tuple[float, int]:
    """Seconds, and the number of pages; the first one, which reads the fonts, is not counted."""
    from pypdf import PdfReader

    from naast.documents.plan import plan

    from .long_plan import page

    made = plan(page(agreements, 0))
    took = []
    for turn in range(1, TIMES + 1):
        told = page(agreements, turn)
        begun = time.perf_counter()
        made = plan(told)
        took.append(time.perf_counter() - begun)
    return sorted(took)[TIMES // 2], len(PdfReader(BytesIO(made.content)).pages)


if __name__ == "__main__":
    main()
