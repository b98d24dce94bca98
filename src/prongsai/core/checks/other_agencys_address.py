"""Rule: a web address that is another agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Passage
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.addresses_in_text import hosts_in, owner_of

# What every agency points to: the assessor, systems and offices of the state.
_OF_EVERYBODY = frozenset(
    {
        "nacc.go.th",
        "gprocurement.go.th",
        "cgd.go.th",
        "dla.go.th",
        "moi.go.th",
        "opdc.go.th",
        "ocsc.go.th",
        "oic.go.th",
        "nesdc.go.th",
        "egov.go.th",
        "info.go.th",
        "data.go.th",
        "dga.or.th",
        "pdpc.or.th",
        "mdes.go.th",
        "pacc.go.th",
        "oag.go.th",
        "soc.go.th",
        "krisdika.go.th",
        "law.go.th",
        "bizportal.go.th",
        "thaigov.go.th",
        "1111.go.th",
    }
)
_OF_AGENCIES = (".go.th", ".or.th", ".ac.th", ".mi.th")
_ITS_OWN = re.compile(
    r"เว็?บ\s?ไซ[ตด]์(?:หลัก)?\s*(?:ของ)?\s*(?:หน่วยงาน|องค์การ|อบต|อบจ|เทศบาล|สำนักงาน)\S*\s*[:(]?\s*$"
)


def other_agencys_address(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each address of an agency that is not this one.

    Where the own website is known, any other is; else two addresses of different owners show that
    one of them is another's. Seed 002 has the websites of two other agencies, left from a model.
    """
    found = [*_addresses(subject.reading.passages)]
    own = owner_of(subject.website.casefold().removeprefix("www.")) if subject.website else ""
    owners = list(dict.fromkeys(owner_of(host) for host, _, _ in found))
    if not own and len(owners) < 2:
        return
    told = {own}
    for host, is_called_own, passage in found:
        owner = owner_of(host)
        if owner not in told:
            told.add(owner)
            yield Problem(
                rule="other_agencys_address",
                place=passage.place,
                what=_what(host, own, tuple(each for each in owners if each != owner)),
                expected=say("Write the address of your own agency's website."),
                severity=Severity.MUST if own and is_called_own else Severity.LOOK,
            )


def _addresses(passages: Sequence[Passage]) -> Iterator[tuple[str, bool, Passage]]:
    """Yield each host of an agency, and whether it is called the agency's own website."""
    for passage in passages:
        for found in hosts_in(passage.text):
            host = found.value
            if host.endswith(_OF_AGENCIES) and owner_of(host) not in _OF_EVERYBODY:
                called = _ITS_OWN.search(passage.text[: found.start]) is not None
                yield host, called, passage


def _what(host: str, own: str, others: tuple[str, ...]) -> Sentence:
    if own:
        return say(
            "The address %(host)s is not on your agency's website %(own)s.", host=host, own=own
        )
    return say(
        "The document names websites of several agencies: %(host)s beside %(others)s.",
        host=host,
        others=others,
    )
