"""Writes of a year: opened and closed, its framework corrected, its results saved and announced."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.core.errors import Refusal
from prongsai.core.results import ResultSheet, check_fits
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.edition_text import edition_text
from prongsai.formats.editions import load_edition
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.audit.services import Subject, record
from prongsai.foundation.files.models import StoredFile
from prongsai.stages.cycles.announced import keep_announced, take_back
from prongsai.stages.cycles.mapping import edition_of, rows_of, sheet_of
from prongsai.stages.cycles.models import (
    Cycle,
    EditionVersion,
    ResultSet,
    ResultValue,
    SourceKind,
)
from prongsai.stages.cycles.opening import add_dates, carry_charges, carry_dates, key_of_year
from prongsai.stages.cycles.policies import (
    check_can_announce,
    check_can_edit_results,
    check_can_edit_year,
    check_is_open,
)
from prongsai.stages.cycles.selectors import results_of, scorecard


class SavedMeanwhile(Refusal):
    """Somebody else saved results since the person looked."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where results come from: a file, with its name and hash; or a program's token and request."""

    kind: SourceKind
    name: str = ""
    sha256: str = ""
    request_key: UUID | None = None
    file: StoredFile | None = None


TYPED = Source(SourceKind.TYPED)
Framework = str | EditionVersion | None


@transaction.atomic
def open_year(
    *, fiscal_year: int, by: Actor, edition: Framework = None, like: Cycle | None = None
) -> Cycle:
    """Open a year with the framework that serves it, another by its key or one kept, and its dates.

    `like` is a year whose people stay in charge of the same things and whose dates are moved along;
    its results never come.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if the year is open already, or no framework serves it.
    """
    check_can_edit_year(by)
    given = edition or key_of_year(fiscal_year)
    version = given if isinstance(given, EditionVersion) else keep_edition(given)
    cycle = Cycle(agency_id=by.agency_id, fiscal_year=fiscal_year, edition=version)
    try:
        with transaction.atomic():
            cycle.save()
    except IntegrityError as error:
        raise Refusal(
            say("The year %(year)s is open already.", year=fiscal_year),
            fix=say("Go on in the year that is there."),
        ) from error
    add_dates(cycle, edition_of(version))
    if like is not None:
        carry_dates(like, cycle)
        carry_charges(like, cycle, timezone.localdate())
    changes = {"edition": (None, str(version))}
    record("year.opened", chain=by.agency_id, subject=subject_of(cycle), by=by, changes=changes)
    return cycle


@transaction.atomic
def keep_edition(key: str) -> EditionVersion:
    """Keep the framework as it is now; one that says the same is kept once.

    :raises Refusal: if there is none of this key.
    """
    text = edition_text(key)
    digest = hashlib.sha256(text.encode()).hexdigest()
    values = {"key": load_edition(key).key, "text": text}
    version, _ = EditionVersion.objects.get_or_create(sha256=digest, defaults=values)
    return version


@transaction.atomic
def correct_edition(*, cycle: Cycle, by: Actor) -> Cycle:
    """Let results that come from now on be scored with the framework as it was corrected since.

    What was saved keeps the framework it was saved under, and so its scores.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it was not corrected, or the year is closed.
    """
    check_can_edit_year(by)
    kept = held_open(cycle)
    version = keep_edition(kept.edition.key)
    if version.pk == kept.edition_id:
        raise Refusal(
            say("The framework of %(year)s was not corrected.", year=kept.fiscal_year),
            fix=say("There is nothing to do."),
        )
    changes = {"edition": (str(kept.edition), str(version))}
    kept.edition = version
    kept.save(update_fields=["edition"])
    record_of("year.edition_corrected", kept, by, changes)
    return kept


@transaction.atomic
def save_results(
    *, cycle: Cycle, sheet: ResultSheet, source: Source, seen: int, by: Actor, note: str = ""
) -> ResultSet:
    """Save results beside those that are there, which stay; the new ones stand from now on.

    `seen` is the number of the results that the person saw, 0 where there were none. A request of
    a program that comes again saves nothing again: what it saved is returned.

    :raises NotAllowed: if this person may not.
    :raises SavedMeanwhile: if somebody else saved meanwhile.
    :raises Refusal: if the framework has not what is given, the request was another one, or the
        year is closed.
    """
    check_can_edit_results(by)
    kept = held_open(cycle)
    if earlier := _saved_by_the_same(kept, source):
        return earlier
    check_fits(sheet, edition_of(kept.edition))
    results = ResultSet(edition=kept.edition, source=source.kind, note=note.strip())
    results.source_name, results.source_sha256 = source.name, source.sha256
    results.request_key, results.source_file = source.request_key, source.file
    return _added(kept, results, sheet, seen, by)


@transaction.atomic
def restore_results(*, results: ResultSet, seen: int, by: Actor) -> ResultSet:
    """Let results that were saved before stand again, under the framework they were saved under.

    :raises NotAllowed: if this person may not.
    :raises SavedMeanwhile: if somebody else saved meanwhile.
    :raises Refusal: if the year is closed.
    """
    check_can_edit_results(by)
    kept = held_open(results.cycle)
    again = ResultSet(edition=results.edition, source=SourceKind.RESTORED, note=results.note)
    again.source_name, again.source_sha256 = results.source_name, results.source_sha256
    again.restores, again.source_file_id = results.number, results.source_file_id
    return _added(kept, again, sheet_of(results), seen, by)


@transaction.atomic
def close_year(*, cycle: Cycle, by: Actor) -> Cycle:
    """Let a year stay as it is: nothing is entered, set or announced any more.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it is closed already.
    """
    check_can_edit_year(by)
    kept = held_open(cycle)
    kept.closed_at = timezone.now()
    kept.save(update_fields=["closed_at"])
    record_of("year.closed", kept, by, {})
    return kept


@transaction.atomic
def reopen_year(*, cycle: Cycle, reason: str, by: Actor) -> Cycle:
    """Let a closed year be changed again; the record keeps why.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if it is not closed, or no reason is given.
    """
    check_can_edit_year(by)
    kept = Cycle.objects.select_for_update().get(pk=cycle.pk)
    if kept.closed_at is None:
        raise Refusal(
            say("The year %(year)s is not closed.", year=kept.fiscal_year),
            fix=say("There is nothing to do."),
        )
    if not normalise(reason).strip():
        raise Refusal(say("The reason is missing."), fix=say("Say why the year is opened again."))
    kept.closed_at = None
    kept.save(update_fields=["closed_at"])
    record_of("year.reopened", kept, by, {}, reason.strip())
    return kept


@transaction.atomic
def announce(*, cycle: Cycle, number: int | None, by: Actor, seen: int | None = None) -> Cycle:
    """Show who oversees the agency the total and the level of results; None takes them back.

    `seen` is the number that was announced when the person looked.

    :raises NotAllowed: if this person may not.
    :raises Refusal: if these are not the results that stand, others were announced meanwhile than
        are to be taken back, or the year is closed.
    """
    check_can_announce(by)
    kept = held_open(cycle)
    if number == kept.announced:  # the button was pressed twice
        return kept
    if number is None:
        if seen is not None and seen != kept.announced:
            raise Refusal(
                say("Somebody else announced other results meanwhile."),
                fix=say("Look at what is announced now, then take it back."),
            )
        take_back(kept.agency_id, kept.fiscal_year)
    else:
        _check_seen(kept, number)
        results = kept.results.select_related("edition", "cycle").get(number=number)
        keep_announced(results, scorecard(results))
    changes = {"announced": (kept.announced, number)}
    kept.announced, kept.announced_at = number, None if number is None else timezone.now()
    kept.save(update_fields=["announced", "announced_at"])
    record_of("results.announced", kept, by, changes)
    return kept


def subject_of(cycle: Cycle) -> Subject:
    """Return what the record calls a year."""
    return Subject("cycle", str(cycle.uuid), str(cycle.fiscal_year))


def held_open(cycle: Cycle) -> Cycle:
    """Return a year, held until the transaction ends. Raises Refusal if it is closed."""
    kept = Cycle.objects.select_for_update().select_related("edition").get(pk=cycle.pk)
    check_is_open(kept)
    return kept


def record_of(
    kind: str,
    cycle: Cycle,
    by: Actor,
    changes: Mapping[str, tuple[object, object]],
    reason: str = "",
) -> None:
    """Record what was done to a year."""
    chain, subject = cycle.agency_id, subject_of(cycle)
    record(kind, chain=chain, subject=subject, by=by, changes=changes, reason=reason)


def _saved_by_the_same(cycle: Cycle, source: Source) -> ResultSet | None:
    if source.request_key is None:
        return None
    earlier = cycle.results.filter(request_key=source.request_key).order_by("id").first()
    if earlier is not None and earlier.source_sha256 != source.sha256:
        raise Refusal(
            say("This key was given to other results."), fix=say("Give each request its own key.")
        )
    return earlier


def _added(cycle: Cycle, results: ResultSet, sheet: ResultSheet, seen: int, by: Actor) -> ResultSet:
    _check_seen(cycle, seen)
    results.agency_id, results.cycle, results.number = by.agency_id, cycle, seen + 1
    results.saved_by = by.key
    try:
        with transaction.atomic():
            results.save()
    except IntegrityError as error:
        raise _saved_meanwhile() from error
    # Each row was made for the agency that is active: `bulk_create` holds them to it.
    ResultValue.objects.bulk_create(rows_of(sheet, results))
    changes = {"number": (seen or None, results.number), "source": (None, results.source)}
    record_of("results.saved", cycle, by, changes)
    return results


def _check_seen(cycle: Cycle, seen: int) -> None:
    now = results_of(cycle)
    if (now.number if now else 0) != seen:
        raise _saved_meanwhile()


def _saved_meanwhile() -> SavedMeanwhile:
    return SavedMeanwhile(
        say("Somebody else saved results of this year meanwhile."),
        fix=say("Look at them, then enter yours again."),
    )
