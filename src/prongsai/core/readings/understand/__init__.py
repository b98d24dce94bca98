"""What a source means: its texts and tables become a Reading.

Shapes are read, not files: nothing here may name an agency, a file or a line.
"""

from prongsai.core.readings.understand.reading import understand

__all__ = ["understand"]
