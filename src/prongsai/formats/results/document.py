"""The results that stand in a document of any kind, or in a reading of one."""

from __future__ import annotations

from prongsai.core.errors import Refusal
from prongsai.core.readings.results_only import results_only
from prongsai.core.readings.understand import understand
from prongsai.core.sentences import say
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from prongsai.formats.reading_file import is_reading, read_reading
from prongsai.formats.results.found import Found


def found_in_document(data: bytes) -> Found:
    """Return what a document, or what `prongsai read` wrote of it, says of results.

    :raises Refusal: as the readers do, or if it has no score and names nothing as weak.
    """
    if is_reading(data):
        reading = read_reading(data)
    else:
        reading = understand(source_in(data), editions_by_year())
    if not reading.scores and not reading.weak:
        raise Refusal(
            say("No score was found in the file."),
            fix=say("See whether it is the right file, or type the results in."),
        )
    return Found(reading=results_only(reading))
