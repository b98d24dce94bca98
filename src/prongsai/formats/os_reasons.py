"""Why the operating system did not open or write a file, in the reader's language."""

from __future__ import annotations

import errno

from prongsai.core.sentences import Sentence, say

_NO_PERMISSION = say("no permission")

MAKE_ROOM = say("Make room on the disk, or write to another one.")

_REASONS = {
    errno.ENOENT: say("no such file or folder"),
    errno.ENOTDIR: say("a folder of the path is not a folder"),
    errno.EISDIR: say("it is a folder"),
    errno.EEXIST: say("the name is taken"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: say("nothing can be written there"),
    errno.ENOSPC: say("the disk is full"),
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.ELOOP: say("its link leads back to itself"),
}


def is_full(error: OSError) -> bool:
    """Tell whether a file could not be written because there is no room for it."""
    return error.errno == errno.ENOSPC


def reason(error: OSError) -> Sentence:
    """Return why a file could not be used; in the system's own words where we have none."""
    known = _REASONS.get(error.errno or 0)
    return known or say("%(words)s", words=error.strerror or str(error))
