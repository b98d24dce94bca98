"""What each address of the staff pages asks of whoever comes to it, and what it answers then."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.foundation.accounts.roles import Permission

# What each address asks of who looks and of who writes; None is being at work in an agency.
LOOKS: Mapping[str, Permission | None] = {
    "start": None,
    "search": None,
    "agency": Permission.AGENCY_VIEW,
    "overseen": Permission.OVERSEE,
    "units": Permission.AGENCY_VIEW,
    "unit": Permission.AGENCY_EDIT,
    "people": Permission.PEOPLE_VIEW,
    "invite": Permission.PEOPLE_EDIT,
    "agency-tokens": Permission.PEOPLE_EDIT,
    "member": Permission.PEOPLE_EDIT,
    "acting": Permission.PEOPLE_EDIT,
    "remove-second-factor": Permission.PEOPLE_EDIT,
    "make-password-link": Permission.PEOPLE_EDIT,
    "files": Permission.EVIDENCE_VIEW,
    "add-file": Permission.EVIDENCE_ADD,
    "file": Permission.EVIDENCE_VIEW,
    "file-preview": Permission.EVIDENCE_VIEW,
    "download-file": Permission.EVIDENCE_VIEW,
    "years": Permission.YEAR_VIEW,
    "year": Permission.YEAR_VIEW,
    "year-totals": Permission.YEAR_VIEW,
    "year-what-if": Permission.YEAR_VIEW,
    "year-what-if-answer": Permission.YEAR_VIEW,
    "year-set-up": Permission.YEAR_VIEW,
    "year-next": Permission.YEAR_EDIT,
    "year-reopen": Permission.YEAR_EDIT,
    "year-indicators": Permission.RESULTS_EDIT,
    "year-items": Permission.RESULTS_EDIT,
    "year-file": Permission.RESULTS_EDIT,
    "year-import": Permission.RESULTS_EDIT,
    "year-history": Permission.YEAR_VIEW,
    "measures": Permission.YEAR_VIEW,
    "measures-propose": Permission.YEAR_EDIT,
    "measures-carry": Permission.YEAR_EDIT,
    "measure-add": Permission.YEAR_EDIT,
    "measure": Permission.YEAR_VIEW,
    "measure-edit": Permission.YEAR_EDIT,
    "holidays": Permission.AGENCY_VIEW,
    "audit": Permission.AUDIT_VIEW,
}
WRITES: Mapping[str, Permission] = {
    "add-file": Permission.EVIDENCE_ADD,
    "remove-file": Permission.EVIDENCE_ADD,  # and it must be one's own, or more is needed
    "agency": Permission.AGENCY_EDIT,
    "units": Permission.AGENCY_EDIT,
    "unit": Permission.AGENCY_EDIT,
    "close-unit": Permission.AGENCY_EDIT,
    "invite": Permission.PEOPLE_EDIT,
    "member": Permission.PEOPLE_EDIT,
    "end-token": Permission.PEOPLE_EDIT,
    "end-membership": Permission.PEOPLE_EDIT,
    "remove-second-factor": Permission.PEOPLE_EDIT,
    "make-password-link": Permission.PEOPLE_EDIT,
    "withdraw-password-link": Permission.PEOPLE_EDIT,
    "acting": Permission.PEOPLE_EDIT,
    "end-acting": Permission.PEOPLE_EDIT,
    "withdraw-invitation": Permission.PEOPLE_EDIT,
    "years": Permission.YEAR_EDIT,
    "year-announce": Permission.RESULTS_ANNOUNCE,
    "year-next": Permission.YEAR_EDIT,
    "year-close": Permission.YEAR_EDIT,
    "year-reopen": Permission.YEAR_EDIT,
    "year-date": Permission.YEAR_EDIT,
    "year-date-remove": Permission.YEAR_EDIT,
    "year-charge": Permission.YEAR_EDIT,
    "year-correction": Permission.YEAR_EDIT,
    "year-indicators": Permission.RESULTS_EDIT,
    "year-items": Permission.RESULTS_EDIT,
    "year-file": Permission.RESULTS_EDIT,
    "year-import": Permission.RESULTS_EDIT,
    "year-import-drop": Permission.RESULTS_EDIT,
    "year-restore": Permission.RESULTS_EDIT,
    "measures-propose": Permission.YEAR_EDIT,
    "measures-carry": Permission.YEAR_EDIT,
    "measure-add": Permission.YEAR_EDIT,
    "measure-edit": Permission.YEAR_EDIT,
    "measure-state": Permission.MEASURES_REPORT,  # and of one's own unit, or more is needed
    "holidays": Permission.AGENCY_EDIT,
    "remove-holiday": Permission.AGENCY_EDIT,
}
# What an address of one's own account answers to a look and to a write; nobody else has one there.
OWN = {
    "account": (200, 405),
    "change-password": (200, 200),
    "account_reauthenticate": (200, 200),
    "outside": (404, 405),  # no provider is set
    "connect-outside": (405, 404),
    "disconnect-outside": (405, 302),
    "sessions": (200, 302),
    "tokens": (200, 405),
    "make-token": (200, 200),
    "revoke-token": (405, 404),
    "mfa_index": (200, 405),
    "mfa_list_webauthn": (200, 405),
    "add-passkey": (200, 200),
    "remove-passkey": (404, 404),
    "mfa_activate_totp": (200, 200),
    "mfa_deactivate_totp": (404, 404),
    "mfa_view_recovery_codes": (404, 405),
    "mfa_generate_recovery_codes": (200, 200),
    "notices": (200, 405),
    "read-notices": (405, 302),
    "notice-choices": (200, 302),
    "link-calendar": (405, 200),
    "unlink-calendar": (405, 302),
    "read-notice": (405, 404),
}
# What an address that is for everybody answers to a look and to a write.
OPEN = {
    "health": (200, 405),
    "sign-in": (200, 200),
    "account_login": (200, 200),
    "mfa_authenticate": (302, 302),  # nobody is between the password and the code
    "mfa_login_webauthn": (302, 302),  # without a passkey it leads back
    "sign-in-outside": (405, 404),  # no provider is set
    "openid_connect_callback": (404, 404),
    "set_language": (302, 302),
    "calendar": (404, 405),
    "take-up": (404, 404),  # a key is not the word of an invitation
    "new-password": (404, 404),
    "choose-agency": (405, 302),
    "manual": (200, 405),
    "begin-anew": (405, 404),  # only a demonstration has it
    # A program without a token, or a browser: its session is nothing here.
    "api-editions": (401, 405),
    "api-edition": (401, 405),
    "api-years": (401, 405),
    "api-year": (401, 405),
    "api-results": (401, 401),
    "api-history": (401, 405),
    "api-saved-results": (401, 405),
    "api-saved-scorecard": (401, 405),
    "api-scorecard": (401, 405),
}
