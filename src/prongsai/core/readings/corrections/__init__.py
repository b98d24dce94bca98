"""What a person says of a reading: each correction once, applied again whenever it is read.

A slot is where a value is, or could be; its name (`at`) stays right when the document is read
again.
"""

from prongsai.core.readings.corrections.added import adds_measure
from prongsai.core.readings.corrections.correct import corrected
from prongsai.core.readings.corrections.model import Correction, Slot
from prongsai.core.readings.corrections.slots import measure_names, slots_of
from prongsai.core.readings.corrections.values import how_to_write, read_value, written

__all__ = [
    "Correction",
    "Slot",
    "adds_measure",
    "corrected",
    "how_to_write",
    "measure_names",
    "read_value",
    "slots_of",
    "written",
]
