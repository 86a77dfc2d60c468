"""Photos: their points are painted on an empty picture, so that nothing else comes along.

Place, time, camera, owner, thumbnails and whatever stands behind the picture are left behind.
"""

from io import BytesIO
from struct import error as struct_error

from PIL import Image, ImageOps

from .unclean import BROKEN, Cleaned, Unclean, too_large

MOST_POINTS = 60_000_000  # well above a telephone's; a small file can unfold to far more
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
READABLE = (OSError, ValueError, SyntaxError, struct_error, Image.DecompressionBombError)


def kind(data: bytes) -> str | None:
    """JPEG, PNG or WEBP by the first bytes, else None."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def clean(data: bytes, kind: str) -> Cleaned:
    """The photo, upright. What is on it can not be searched: it stays with the team."""
    return Cleaned(f"image/{kind.lower()}", ENDINGS[kind], painted(data, kind), "", False)


def painted(data: bytes, kind: str) -> bytes:
    """The same picture in the same format with nothing but its points; of a moving one the first."""
    try:
        with Image.open(BytesIO(data), formats=[kind]) as found:
            if found.width * found.height > MOST_POINTS:
                raise too_large()
            upright = ImageOps.exif_transpose(found)
            clear = kind != "JPEG" and (upright.has_transparency_data)
            points = upright.convert("RGBA" if clear else "RGB")
    except Image.DecompressionBombError:
        raise too_large() from None
    except READABLE:
        raise Unclean(BROKEN) from None
    bare = Image.new(points.mode, points.size)
    bare.paste(points)
    made = BytesIO()
    bare.save(made, kind, quality=90)
    return made.getvalue()


def without_notes(jpeg: bytes) -> bytes:
    """A JPEG inside another file, without the parts in which cameras and programs write (APPn, COM).

    The points are not touched. APP14 says how colours are kept; without it they come out wrong.
    """
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        mark, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        if not (0xE0 <= mark <= 0xEF and mark != 0xEE) and mark != 0xFE:
            kept += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(kept + jpeg[at:])
