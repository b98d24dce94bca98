"""A PDF, written anew without what it says of its makers and without what acts by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.evidence.kinds import TakenOut
from prongsai.formats.evidence.picture_notes import without_notes

_DETAILS = ("/Metadata", "/PieceInfo", "/LastModified")
_SCRIPTS = ("/AA", "/JS", "/JavaScript", "/XFA", "/OpenAction", "/RichMediaContent", "/3DD")
_ATTACHMENTS = ("/EF", "/EmbeddedFiles", "/AF", "/Collection")
_TAKEN = {
    **dict.fromkeys(_DETAILS, TakenOut.DETAILS),
    **dict.fromkeys(_SCRIPTS, TakenOut.SCRIPTS),
    **dict.fromkeys(_ATTACHMENTS, TakenOut.ATTACHMENTS),
}
# What a link may do is to lead to a place in the file, or to an address that the reader sees.
_ACTS = frozenset(
    {
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition"),
        *("/Movie", "/RichMediaExecute", "/ResetForm", "/SetOCGState"),
    }
)


def clean_pdf(data: bytes) -> tuple[bytes, frozenset[TakenOut]]:
    """Return the PDF, and what was left out of it.

    :raises Refusal: it is damaged, has no page, or asks for a password.
    """
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            if not len(pdf.pages):
                raise _damaged()
            taken = _emptied(pdf)
            out = BytesIO()
            pdf.save(
                out,
                deterministic_id=True,
                encryption=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
    except pikepdf.PasswordError as error:
        raise Refusal(
            say("The file can be opened with a password only."),
            fix=say("Save it without a password."),
        ) from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, RecursionError) as error:
        raise _damaged() from error
    return out.getvalue(), frozenset(taken)


def _emptied(pdf: Pdf) -> set[TakenOut]:
    taken = {TakenOut.PROTECTION} if pdf.is_encrypted else set()
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
        taken.add(TakenOut.DETAILS)
    for each in pdf.objects:
        for part in _inside(each):
            taken |= _emptied_part(part)
    return taken


def _inside(whole: Object) -> Iterator[Object]:
    """Yield the dictionaries of an object that stand in it, not those that it points to."""
    waiting = [whole]
    while waiting:
        one = waiting.pop()
        values: Iterable[object] = ()
        if isinstance(one, Dictionary | Stream):
            yield one
            values = [value for _, value in one.items()]
        elif isinstance(one, Array):
            values = one
        waiting += [each for each in values if isinstance(each, Object) and not each.is_indirect]


def _emptied_part(part: Object) -> set[TakenOut]:
    taken = set()
    for key in [key for key in _TAKEN if key in part]:
        if key == "/OpenAction" and _is_place(part[key]):
            continue
        del part[key]
        taken.add(_TAKEN[key])
    if part.get("/S") in _ACTS:
        for key in list(part.keys()):
            del part[key]
        taken.add(TakenOut.SCRIPTS)
    if part.get("/FT") == Name.Sig and "/V" in part:
        taken.add(TakenOut.SIGNATURE)
    if isinstance(part, Stream) and _is_jpeg(part) and _without_notes(part):
        taken.add(TakenOut.DETAILS)
    return taken


def _is_jpeg(part: Stream) -> bool:
    packing = part.get("/Filter")
    ways = list(packing) if isinstance(packing, Array) else [packing]
    return ways == [Name.DCTDecode]


def _without_notes(part: Stream) -> bool:
    """Take out what a picture carries besides; tell whether there was any."""
    raw = part.read_raw_bytes()
    plain = without_notes(raw)
    if plain == raw:
        return False
    part.write(plain, filter=Name.DCTDecode)
    return True


def _is_place(action: Object) -> bool:
    """Tell whether what is done on opening is to show a page."""
    return isinstance(action, Array) or (
        isinstance(action, Dictionary) and action.get("/S") == Name.GoTo
    )


def _damaged() -> Refusal:
    return Refusal(
        say("The PDF is damaged."),
        fix=say("Open it in the program that it was made with and save it anew."),
    )
