from __future__ import annotations

from tests.stages.conftest import anong, boonmee

__all__ = ["anong", "boonmee"]
