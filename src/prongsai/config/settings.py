"""The settings of an installation: this file says what they mean, the environment what they are.

Without any, it is a server on this machine only, with its records in `var/`.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from prongsai.config import environment as env
from prongsai.config import logs
from prongsai.core.sentences import say

PACKAGE = Path(__file__).resolve().parents[1]
FOLDER = env.folder("FOLDER", "var")

# Where this file is, the people are made up, and every page says so.
DEMO_ACCOUNTS = FOLDER / "demo.json"

SECRET_KEY = env.secret("SECRET_KEY", FOLDER / "secret")
DEBUG = False
# A server that only this machine can reach speaks HTTP; any other one stands behind HTTPS.
HTTPS = env.yes_or_no("HTTPS", default=False)
ALLOWED_HOSTS = env.hosts("HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in ALLOWED_HOSTS if HTTPS]

INSTALLED_APPS = [
    "prongsai.foundation.audit",
    "prongsai.foundation.agencies",
    "prongsai.foundation.accounts",
    "prongsai.foundation.files",
    "prongsai.foundation.jobs",
    "prongsai.foundation.notices",
    "prongsai.stages.cycles",
    "prongsai.stages.improvement",
    "prongsai.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "prongsai.web.logs.logged",
    "prongsai.web.demo.held_together",
    "prongsai.api.middleware.as_answers_of_api",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "prongsai.api.middleware.enter_agency",
    "prongsai.web.limits.limited",
    "prongsai.web.middleware.enter_agency",
    "prongsai.web.middleware.tell_wrong_method",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "prongsai.config.urls"
WSGI_APPLICATION = "prongsai.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            # Its {% csrf_token %} also carries in which agency a form was made.
            "builtins": [
                "prongsai.web.templatetags.carried",
                "prongsai.web.templatetags.kept",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "prongsai.web.context.shell",
            ],
        },
    },
    # Parts of many rows (ADR 20), in jinja2/parts: no page has a name that begins so.
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "prongsai.web.rows.environment"},
    },
]

FORM_RENDERER = "prongsai.web.looks.Looks"

DATABASES = {"default": env.database(env.text("DATABASE_URL"), FOLDER)}
# What is counted (codes tried, codes used) holds for all processes of the server.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # Of one process of the server: what is counted at every write.
    "here": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "prongsai.foundation.accounts.backends.ByPassword",
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "sign-in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# No rule on kinds of characters and no change by the calendar: OWASP ASVS 5, 6.2.5 and 6.2.10.
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "prongsai.foundation.accounts.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "prongsai.foundation.accounts.passwords.NotCommon"},
    {
        "NAME": "prongsai.foundation.accounts.passwords.NotLikeItsOwner",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "prongsai.foundation.accounts.passwords.NotOnlyNames"},
]

# Who guesses is held off, not the person whose address is guessed: the lock is on an address of
# e-mail together with an address of the network, known here or not.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # of the form; axes would look for "email"
AXES_USERNAME_CALLABLE = "prongsai.web.sign_in.address_tried"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "prongsai.web.sign_in.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in the audit record
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# allauth leads through the steps of a sign-in; its pages that are there: web/account/urls.py.
ACCOUNT_ADAPTER = "prongsai.web.account.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is handed over to its person
ACCOUNT_REAUTHENTICATION_METHODS = ["password"]
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key"}  # codes tried for one person
MFA_ADAPTER = "prongsai.web.account.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # by finger, face or PIN: two factors in one
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # a server that only this machine can reach
MFA_TOTP_ISSUER = "Prongsai"
MFA_TOTP_TOLERANCE = 1  # clocks of phones are up to half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True

OUTSIDE = env.outside_sign_in(
    env.Outside(
        name=env.text("OIDC_NAME"),
        url=env.text("OIDC_URL"),
        client_id=env.text("OIDC_CLIENT_ID"),
        secret=env.text("OIDC_CLIENT_SECRET"),
        scopes=env.names("OIDC_SCOPES", "openid,email"),
    )
)
OUTSIDE_SIGN_IN = OUTSIDE.name if OUTSIDE else ""  # on the button
SOCIALACCOUNT_ADAPTER = "prongsai.web.account.outside.OutsideAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "prongsai.web.account.outside.Provider",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [OUTSIDE.app] if OUTSIDE else [],
    }
}

LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = FOLDER / "static"

SESSION_ENGINE = "prongsai.foundation.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
LANGUAGE_COOKIE_NAME = "__Host-language" if HTTPS else "language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "prongsai.web.stale.refused"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^api/"]  # a program that is led on never learns that its token was read
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        # Tabler draws the arrows of its boxes as pictures inside its style sheet.
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        # A form that leads on to the provider of the sign-in: the browser asks for both.
        "form-action": [SELF, *([OUTSIDE.origin] if OUTSIDE else [])],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Evidence: beside what is served, never below it.
FILES_FOLDER = FOLDER / "files"
MEGABYTE = 1024 * 1024  # as file managers count, and our pages
UPLOAD_LIMIT = env.whole_number("UPLOAD_LIMIT", 20) * MEGABYTE
FILES_QUOTA = env.whole_number("FILES_QUOTA", 5_000) * MEGABYTE
if UPLOAD_LIMIT > FILES_QUOTA:
    raise ImproperlyConfigured(say("PRONGSAI_UPLOAD_LIMIT is more than PRONGSAI_FILES_QUOTA"))
CLAMD = env.scanner("CLAMD")
FILE_UPLOAD_HANDLERS = ["prongsai.web.uploads.OneFile"]

# Where people reach this installation: links in e-mail begin with it.
ADDRESS = env.address(env.text("ADDRESS"))
MAIL_SERVER = env.mail_server(env.text("SMTP_URL"))
MAIL_FROM = env.sender(env.text("MAIL_FROM"), needed=MAIL_SERVER is not None)
if MAIL_SERVER is not None and not ADDRESS:
    raise ImproperlyConfigured(
        say("PRONGSAI_ADDRESS: e-mail needs it, to say where something waits")
    )

# Each kind of job, and the function that does it; and what every agency needs every day.
JOBS = {
    "notices.day": "prongsai.foundation.notices.tasks.day",
    "notices.mail": "prongsai.foundation.notices.tasks.mail",
    "files.sweep": "prongsai.foundation.files.sweep.sweep",
    "results.read": "prongsai.stages.cycles.tasks.read",
    "results.forget": "prongsai.stages.cycles.tasks.forget",
}
DAILY_JOBS = ("notices.day", "files.sweep", "results.forget")
READS_AT_ONCE = 2  # seconds that somebody waits for a file to be read; else the worker reads it
WORKER_SEEN = FOLDER / "worker.json"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

WRITES_A_MINUTE = env.whole_number("WRITES_A_MINUTE", 120)  # of a person
TRIES_A_MINUTE = env.whole_number("TRIES_A_MINUTE", 60)  # from an address where nobody is signed in

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {"()": "prongsai.config.logs.Lines", "form": env.one_of("LOG", logs.FORMS)}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "prongsai": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},  # a 404 or 429 has a line of ours already
    },
}

env.check_names()
