from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai import __version__
from prongsai.cli.commands import COMMANDS
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from tests.cli.conftest import Run


def test_without_a_command_the_overview_names_every_command_and_the_exit_code_refuses(
    run: Run,
) -> None:
    code, printed, refused = run()

    assert (code, refused) == (2, "")
    assert [line.split()[1] for line in printed.splitlines() if line.startswith("  prongsai")] == [
        *COMMANDS
    ]


def test_help_alone_prints_the_overview(run: Run) -> None:
    assert run("--help", "--lang", "en").printed.splitlines()[0] == (
        "Prongsai: the ITA year of a public agency, from the announced result to the filed"
        " document."
    )


def test_version_is_the_version_of_the_package(run: Run) -> None:
    assert run("--version") == (0, f"{__version__}\n", "")


def test_an_unknown_command_is_refused_with_the_list_of_commands(run: Run) -> None:
    code, printed, refused = run("scroe", "--lang=en")

    assert (code, printed) == (2, "")
    assert refused == (
        "there is no command scroe. The commands are: template, read, score, findings, plan,"
        " report, check, score-table, edition, national, init, serve, worker, import-results,"
        " reset-password, close-account, audit, doctor, backup, restore, demo.\n"
    )


def test_a_language_we_do_not_speak_is_refused_in_both_that_we_do(run: Run) -> None:
    code, _, refused = run("score", "--lang", "xx")

    assert code == 2
    assert refused.splitlines() == [
        "โปรแกรมนี้ไม่มีภาษา xx ให้ระบุ --lang th หรือ --lang en",
        "xx is no language of this program. Write --lang th or --lang en.",
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples_in_both_languages(
    command: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, title in (("th", "ตัวอย่าง:"), ("en", "Examples:")):
        with pytest.raises(SystemExit, match="0"):
            run(command, "--help", "--lang", language)

        page = capsys.readouterr().out
        assert f"prongsai {command} " in page.split(title)[1]


MISFITS = [
    ("score", "RESULTS must be given", "ต้องระบุ RESULTS"),
    ("score r.csv --edition", "--edition needs a value", "ต้องระบุค่าหลัง --edition"),
    (
        "score r.csv --edition x --format y",
        "--format cannot be “y”; choose from table, json, csv",
        "--format ใช้ค่า “y” ไม่ได้ ให้เลือกจาก table, json, csv",
    ),
    (
        "plan r.csv --edition x --year it's",
        "--year cannot be “it's”; write a whole number",
        "--year ใช้ค่า “it's” ไม่ได้ ต้องเป็นจำนวนเต็ม",
    ),
    (
        "score r.csv --edition x --fast y",
        "nothing is called --fast y here",
        "คำสั่งนี้ไม่มี --fast y",
    ),
]


@pytest.mark.parametrize(("line", "english", "thai"), MISFITS)
def test_a_command_line_that_does_not_fit_is_refused_in_the_readers_language(
    line: str, english: str, thai: str, run: Run
) -> None:
    command, *more = line.split()

    in_english, in_thai = (run(command, *more, "--lang", each) for each in ("en", "th"))

    see = f"prongsai {command} --help"
    assert in_english == (2, "", f"the command line does not fit: {english}. See {see}.\n")
    assert in_thai == (2, "", f"คำสั่งไม่ถูกต้อง: {thai} ดูวิธีใช้ที่ {see}\n")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("argument --size: invalid float value: 'y'", "--size cannot be “y”"),
        (
            "argument x: invalid choice: 'y' (choose from a, b)",
            "x cannot be “y”; choose from a, b",
        ),
        ("something newer versions of Python say", "something newer versions of Python say"),
    ],
)
def test_what_argparse_says_is_said_anew_or_left_as_it_is(message: str, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        Parser("score", {}, say("Scores.")).error(message)

    assert str(caught.value) == (
        f"the command line does not fit: {said}. See prongsai score --help."
    )


def test_score_loads_no_slow_library() -> None:
    code = (
        "import sys; from prongsai.cli import main; import prongsai.cli.score;"
        "slow = {'openpyxl', 'django', 'duckdb', 'ibis', 'typst', 'docx', 'pythainlp', 'lxml'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


def prongsai(*arguments: object, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, as a terminal of some encoding would."""
    return subprocess.run(
        [sys.executable, "-c", "import sys; from prongsai.cli import main; sys.exit(main())"]
        + [str(each) for each in arguments],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_a_terminal_without_our_letters_shows_the_nearest(na_thong: Path) -> None:
    asked = ("score", na_thong, "--edition", "nacc-2566")

    shown = {
        code: prongsai(*asked, encoding=code).stdout.decode(code) for code in ("cp874", "ascii")
    }

    assert shown["cp874"].splitlines()[2:4] == [
        "คะแนนรวม: 87.76",
        "  0.30 x 91.80 + 0.30 x 88.23 + 0.40 x 84.38 = 87.76",
    ]
    assert shown["ascii"].splitlines()[2] == "????????: 87.76"


def test_an_output_that_is_full_is_refused_without_a_traceback(na_thong: Path) -> None:
    code = "import sys; from prongsai.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "score", str(na_thong), "--edition", "nacc-2566"]

    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "เขียนผลลัพธ์ของคำสั่งไม่ได้ (พื้นที่ดิสก์เต็ม) โปรดเพิ่มพื้นที่ว่างในดิสก์ หรือเขียนลงดิสก์อื่น\n"
    )
