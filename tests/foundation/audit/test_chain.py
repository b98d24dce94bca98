from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.foundation.audit.chain import (
    BEGINNING,
    Fault,
    Kept,
    Link,
    faults,
    hash_of,
    hash_of_details,
)

DETAILS = {"by": "ก", "changes": {}}


def chained(*numbers: int) -> list[Kept]:
    events: list[Kept] = []
    previous = BEGINNING
    for number in numbers:
        held = hash_of_details(DETAILS, "salt")
        link = Link(7, number, "2026-11-26T00:00:00", "k", ("s", "1"), "a", "r", held, previous)
        previous = hash_of(link)
        events.append(Kept(link, previous, DETAILS, "salt"))
    return events


def found(events: list[Kept], head: Kept) -> list[Fault]:
    return [*faults(7, events, (head.link.number, head.hash))]


def test_a_chain_as_it_was_written_has_no_fault() -> None:
    events = chained(1, 2, 3)
    assert found(events, events[-1]) == []


def test_an_empty_chain_has_no_fault() -> None:
    assert [*faults(7, [], (0, BEGINNING))] == []


def test_a_forgotten_event_is_no_fault() -> None:
    events = chained(1, 2)
    events[0] = replace(events[0], details=None, salt=None)
    assert found(events, events[-1]) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda e: replace(e, link=replace(e.link, author="b")),
        lambda e: replace(e, link=replace(e.link, at="2026-11-27T00:00:00")),
        lambda e: replace(e, details={"by": "ข", "changes": {}}),
        lambda e: replace(e, details=None),
    ],
    ids=["author", "moment", "details", "half forgotten"],
)
def test_a_changed_event_is_found_at_its_number(change: object) -> None:
    events = chained(1, 2, 3)
    assert callable(change)
    changed = [events[0], change(events[1]), events[2]]
    assert found(changed, events[-1]) == [Fault(7, 2, "changed")]


def test_an_event_written_anew_with_a_right_hash_breaks_the_next() -> None:
    events = chained(1, 2, 3)
    link = replace(events[1].link, author="b")
    forged = replace(events[1], link=link, hash=hash_of(link))
    assert found([events[0], forged, events[2]], events[2]) == [Fault(7, 3, "reordered")]


def test_a_missing_event_is_found_wherever_it_stood() -> None:
    first, second, third = chained(1, 2, 3)
    assert found([second, third], third)[0] == Fault(7, 1, "missing")
    assert found([first, third], third) == [Fault(7, 2, "missing")]
    assert found([first, second], third) == [Fault(7, 3, "missing")]
    assert found([], third) == [Fault(7, 1, "missing")]


def test_events_that_changed_places_are_found() -> None:
    first, second, third = chained(1, 2, 3)
    swapped = [
        first,
        replace(third, link=replace(third.link, number=2)),
        replace(second, link=replace(second.link, number=3)),
    ]
    assert {fault.number for fault in found(swapped, third)} == {2, 3}


def test_a_head_that_was_changed_is_found() -> None:
    (only,) = chained(1)
    assert [*faults(7, [only], (1, "f" * 64))] == [Fault(7, 1, "changed")]
