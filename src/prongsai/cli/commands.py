"""The list of the commands, in the order of the work."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the module that does it, and what it is for."""

    module: str
    help: Sentence


COMMANDS: dict[str, Command] = {
    "template": Command("prongsai.cli.template", say("write an empty result sheet to fill in")),
    "read": Command("prongsai.cli.read", say("read a document that somebody made")),
    "score": Command(
        "prongsai.cli.score", say("score a result sheet and show how every number is made")
    ),
    "findings": Command(
        "prongsai.cli.findings", say("list what is weak, what to mend first comes first")
    ),
    "plan": Command(
        "prongsai.cli.plan", say("propose measures for what is weak, as a file to edit")
    ),
    "report": Command(
        "prongsai.cli.report", say("write a plan as a document: Word, PDF or a page")
    ),
    "check": Command("prongsai.cli.check", say("check a plan or a document before it is printed")),
    "score-table": Command(
        "prongsai.cli.score_table", say("score a table of many agencies, one a row")
    ),
    "edition": Command(
        "prongsai.cli.edition", say("list, show or check the editions of the assessment")
    ),
    "national": Command(
        "prongsai.cli.national", say("score the raw answers of every agency at once")
    ),
    "init": Command("prongsai.cli.init", say("open an agency in the application")),
    "serve": Command("prongsai.cli.serve", say("serve the application to browsers")),
    "worker": Command(
        "prongsai.cli.worker", say("do what waits in the background: reminders, mail")
    ),
    "import-results": Command(
        "prongsai.cli.import_results",
        say("save the results of many agencies from one table in the application"),
    ),
    "reset-password": Command(
        "prongsai.cli.reset_password", say("make a link to a new password for who forgot it")
    ),
    "close-account": Command(
        "prongsai.cli.close_account", say("let nobody in with an account any more")
    ),
    "audit": Command("prongsai.cli.audit", say("check the record of what was changed")),
    "doctor": Command("prongsai.cli.doctor", say("say what is wrong with an installation")),
    "backup": Command("prongsai.cli.backup", say("keep everything in one sealed file")),
    "restore": Command("prongsai.cli.restore", say("make an installation out of a backup")),
    "demo": Command("prongsai.cli.demo", say("do all of it for two demonstration agencies")),
}
