"""Packed files, read within bounds and packed anew without dates, remarks or names of who packed them."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .unclean import BROKEN, LOCKED, Unclean, too_large

MOST_MEMBERS = 2000
MOST_UNFOLDED = 100 * 1024 * 1024  # of all members together: a packed file of 20 MB can unfold to 20 GB
ENCRYPTED = 0x1
STEP = 1024 * 1024


def unpack(data: bytes) -> dict[str, bytes]:
    """Every member by its name. Counts what really comes out, since the list in front can say anything."""
    found: dict[str, bytes] = {}
    left = MOST_UNFOLDED
    try:
        with ZipFile(BytesIO(data)) as packed:
            members = [info for info in packed.infolist() if not info.is_dir()]
            if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_UNFOLDED:
                raise too_large()
            for info in members:
                if info.flag_bits & ENCRYPTED:
                    raise Unclean(LOCKED)
                if info.filename in found:  # two of one name: which one is read differs by program
                    raise Unclean(BROKEN)
                found[info.filename] = _read(packed, info, left)
                left -= len(found[info.filename])
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise Unclean(BROKEN) from None
    return found


def _read(packed: ZipFile, info: ZipInfo, left: int) -> bytes:
    got = bytearray()
    with packed.open(info) as member:
        while step := member.read(STEP):
            got += step
            if len(got) > left:
                raise too_large()
    return bytes(got)


def pack(members: dict[str, bytes]) -> bytes:
    """The members in one packed file; `mimetype` first and unpacked, as OpenDocument asks."""
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        for name in sorted(members, key=lambda name: (name != "mimetype", name != "[Content_Types].xml")):
            info = ZipInfo(name)  # the date is the first day of the format
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            packed.writestr(info, members[name])
    return made.getvalue()
