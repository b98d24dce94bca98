"""Pages of the evidence."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.core.errors import Refusal
from prongsai.formats.evidence.kinds import CONTENT_TYPES, Kind, TakenOut
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.files.models import StoredFile
from prongsai.foundation.files.policies import can_add, can_remove, check_can_remove
from prongsai.foundation.files.selectors import (
    beginning_of,
    can_be_shown,
    files,
    picture_of,
    used_bytes,
)
from prongsai.foundation.files.services import add_file, give_out, remove_file
from prongsai.web.file_forms import FileForm, RemovalForm
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff

ON_A_PAGE = 50
TAKEN_OUT = {
    TakenOut.DETAILS: gettext_lazy("who made it, with what, when and where"),
    TakenOut.AUTHORS: gettext_lazy("the names of who wrote comments and marked changes"),
    TakenOut.SCRIPTS: gettext_lazy("scripts and other things that act by themselves"),
    TakenOut.ATTACHMENTS: gettext_lazy("files that were attached to it"),
    TakenOut.SIGNATURE: gettext_lazy("the force of its digital signature: keep the original too"),
    TakenOut.PROTECTION: gettext_lazy("the protection against printing and changing"),
}
# A file is looked at by nothing of ours: no script, no frame, no page of another site may use it.
_ALONE = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@require_safe
@staff(Permission.EVIDENCE_VIEW)
def evidence(request: StaffRequest) -> HttpResponse:
    """Show the files of the agency, the newest first; or those that were removed."""
    removed = request.GET.get("removed") == "1"
    page = Paginator(files(removed=removed), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "removed": removed,
        "may_add": can_add(request.actor),
        "used": used_bytes(),
        "quota": settings.FILES_QUOTA,
    }
    return render(request, "web/files.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.EVIDENCE_ADD)
def add(request: StaffRequest) -> HttpResponse:
    """Hand in a file."""
    is_sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if is_sent else FileForm()
    if is_sent and form.is_valid():
        given = form.cleaned_data["file"]
        with refusals_on(form):
            file = add_file(
                name=given.name,
                data=given.read(),
                described=form.described(),
                by=request.actor,
                today=timezone.localdate(),
            )
            messages.success(request, _("%(name)s was kept.") % {"name": file.name})
            return redirect("file", file.uuid)
    shown = {"form": form, "limit": settings.UPLOAD_LIMIT}
    return render(request, "web/add_file.html", shown)


@require_safe
@staff(Permission.EVIDENCE_VIEW)
def file(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show what is known of a file."""
    return _page(request, _file(key), RemovalForm())


@require_GET
@staff(Permission.EVIDENCE_VIEW)
def preview(request: StaffRequest, key: UUID) -> HttpResponse:  # noqa: ARG001 -- the wall asks of it
    """Show a picture, or the first page of a PDF as one."""
    one = _file(key)
    if not can_be_shown(one):
        raise Http404
    try:
        data, content_type = picture_of(one)
    except Refusal as refusal:
        raise Http404(told(refusal)) from refusal
    return HttpResponse(data, content_type=content_type, headers=_ALONE)


@require_GET
@staff(Permission.EVIDENCE_VIEW)
def download(request: StaffRequest, key: UUID) -> HttpResponse:
    """Give out a file, to be kept by who asks, never to be opened here."""
    one = _file(key)
    try:
        data = give_out(file=one, by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("file", key)
    named = content_disposition_header(as_attachment=True, filename=one.name)
    headers = {**_ALONE, "Content-Disposition": named or "attachment"}
    return HttpResponse(data, content_type=CONTENT_TYPES[Kind(one.kind)], headers=headers)


@require_POST
@staff(Permission.EVIDENCE_ADD)
def remove(request: StaffRequest, key: UUID) -> HttpResponse:
    """Remove a file, with the reason."""
    one = _file(key)
    check_can_remove(one, request.actor)
    form = RemovalForm(request.POST)
    if not form.is_valid():
        return _page(request, one, form)
    try:
        remove_file(file=one, reason=form.cleaned_data["reason"], by=request.actor)
    except Refusal as refusal:
        messages.error(request, told(refusal))
        return redirect("file", key)
    messages.success(request, _("%(name)s was removed.") % {"name": one.name})
    return redirect("files")


def _page(request: StaffRequest, one: StoredFile, form: RemovalForm) -> HttpResponse:
    try:
        beginning, lost = beginning_of(one), ""
    except Refusal as refusal:
        beginning, lost = "", told(refusal)
    shown = {
        "file": one,
        "beginning": beginning,
        "lost": lost,
        "has_picture": can_be_shown(one),
        "taken_out": [TAKEN_OUT[TakenOut(key)] for key in one.taken_out],
        "may_remove": not (one.removed_at or one.is_source) and can_remove(one, request.actor),
        "form": form,
    }
    return render(request, "web/file.html", shown)


def _file(key: UUID) -> StoredFile:
    rows = StoredFile.objects.select_related("uploaded_by", "removed_by", "agency")
    return get_object_or_404(rows, uuid=key)
