from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from prongsai.formats.limits import limit

SHOW = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU))"
OWN = f"import sys; sys.path[:0] = {sys.path!r}; from prongsai.formats.limits import limit; "


def shown(code: str) -> str:
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return ended.stdout.strip()


def test_a_process_lowers_its_own_limits_and_never_lifts_them() -> None:
    code = OWN + "limit({'RLIMIT_CPU': 50, 'RLIMIT_UNKNOWN': 1}); limit({'RLIMIT_CPU': 70});" + SHOW

    assert shown(code) == "(50, 50)"


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits other processes")
def test_another_process_is_limited() -> None:
    waits = "input();" + SHOW
    with subprocess.Popen(
        [sys.executable, "-c", waits], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        limit({"RLIMIT_CPU": 40}, process.pid)
        assert process.communicate("\n")[0].strip() == "(40, 40)"


def test_what_the_system_does_not_set_is_left() -> None:
    before = resource.getrlimit(resource.RLIMIT_CPU)

    limit({"RLIMIT_CPU": 40}, 2**22 + 1)  # no process has such a number

    assert resource.getrlimit(resource.RLIMIT_CPU) == before != (40, 40)


def test_where_the_system_knows_no_limits_none_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    before = resource.getrlimit(resource.RLIMIT_CPU)
    monkeypatch.setitem(sys.modules, "resource", None)

    limit({"RLIMIT_CPU": 40})

    assert resource.getrlimit(resource.RLIMIT_CPU) == before != (40, 40)
