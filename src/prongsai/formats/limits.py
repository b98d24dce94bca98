"""What a process that handles somebody's file may take, told to the system."""

from __future__ import annotations

from collections.abc import Mapping


def limit(most: Mapping[str, int], process: int = 0) -> None:
    """Lower the limits of this process or of another, by their names (RLIMIT_CPU …).

    Where the system knows no such limits, none is set: on Windows no one at all, on macOS some, and
    not those of another process. Who waits for the process still ends it in time.
    """
    try:
        import resource  # noqa: PLC0415 -- optional dependency
    except ImportError:
        return
    for name, wanted in most.items():
        kind = getattr(resource, name, None)
        if kind is None or (process and not hasattr(resource, "prlimit")):
            continue
        hard = resource.getrlimit(kind)[1]
        lower = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            if process:
                resource.prlimit(process, kind, (lower, lower))
            else:
                resource.setrlimit(kind, (lower, lower))
        except (OSError, ValueError):  # the system has the name, and does not set it; or it ended
            continue
