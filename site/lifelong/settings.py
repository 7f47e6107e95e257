"""One settings file, driven by the environment. Each variable is explained in docs/server.md."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from . import __version__
from .machine import own_names, secret_key

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

# What this installation keeps (database, media, secret) lives in one folder.
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=False)  # a lab on plain HTTP is the explicit default
SECRET_KEY = env("SECRET_KEY", default=None) or secret_key(VAR_DIR / "secret.key")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=own_names())
RELEASE = env("RELEASE", default=__version__)

INSTALLED_APPS = [
    "home",
    "courses",
    "lessons",
    "quizzes",
    "people",
    "languages",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "people.wagtail_users.LearnerUsersConfig",  # wagtail.users, without a compulsory e-mail
    "wagtail.embeds",
    "wagtailmedia",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lifelong.compressing.CompressedTextMiddleware",
    "quizzes.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "people.middleware.PrivateResponseMiddleware",
    "people.handing_over.middleware.HandOverMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "languages.notices.NoticesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "quizzes.jumps.ClockMiddleware",
    "quizzes.hand_ins.middleware.LargeFormMiddleware",
]

ROOT_URLCONF = "lifelong.urls"
WSGI_APPLICATION = "lifelong.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Where things are kept -------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'lifelong.sqlite3'}")}
DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A committed answer survives a power cut (FULL), a writer waits for its turn (IMMEDIATE).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
SESSION_ENGINE = (
    "django.contrib.sessions.backends.cached_db"
    if "redis" in CACHES["default"]["BACKEND"].lower()
    else "lifelong.sessions"
)

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's page uses them, and each header travels with each file
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "lifelong.static_files.LightStaticFilesStorage"
    },
    # What learners hand in: beside the media, never below them, for those are everybody's.
    "lifelong_hand_ins": {
        "BACKEND": "quizzes.hand_ins.storage.PrivateStorage",
        "OPTIONS": {"location": VAR_DIR / "hand-ins"},
    },
}
# The editor sends some sixty fields for each question. With Django's thousand a test of twenty could not be saved.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 30_000
LIFELONG_HAND_IN_FILE_MB = env.int("HAND_IN_FILE_MB", default=10)
LIFELONG_HAND_IN_LEARNER_MB = env.int("HAND_IN_LEARNER_MB", default=200)

# --- Languages ---------------------------------------------------------------

# Wagtail's first Locale, and what a Kazakh string that Django lacks falls back to.
LANGUAGE_CODE = "ru"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Almaty"
FORMAT_MODULE_PATH = ["languages.formats"]
LOCALE_PATHS = [BASE_DIR / "site" / "lifelong" / "locale"]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ru", "Русский"), ("en", "English"), ("kk", "Қазақша")]
# A page is published in another language when somebody has translated it, not before.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# --- Wagtail -----------------------------------------------------------------

WAGTAIL_SITE_NAME = "Lifelong"
WAGTAILADMIN_BASE_URL = env("BASE_URL", default="http://localhost:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Accounts need no e-mail: a teacher gives a new password. A form that mails one is a second door.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "lifelong_people:sign-in"
LOGIN_REDIRECT_URL = "lifelong_home:my-learning"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv", "zip"]
WAGTAILDOCS_EXTENSIONS += ["vtt"]  # captions of a video
WAGTAILDOCS_CONTENT_TYPES = {"vtt": "text/vtt"}
# What every browser of the last ten years plays.
WAGTAILMEDIA = {"AUDIO_EXTENSIONS": ["mp3", "m4a", "ogg", "wav"], "VIDEO_EXTENSIONS": ["mp4", "webm"]}
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]

# --- People ------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "lifelong.sessions.QuickLearnerBackend"]
AUTHENTICATION_BACKENDS += ["people.codes.backends.CodeBackend"]  # staff who want a code after the password
OTP_TOTP_ISSUER = "Lifelong"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username"]},  # as we say it: too much like the login
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "people.long_passwords.StaffPasswordValidator"},
]
LIFELONG_SELF_REGISTRATION = env.bool("SELF_REGISTRATION", default=False)
# One person at one address is held up, never a whole lab behind one router (people/locks.py).
AXES_HANDLER = "people.locks.LearnerLocks"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
LIFELONG_TRY_DELAYS = {3: 3, 4: 5}  # so many wrong tries: so many seconds before the next is looked at
AXES_COOLOFF_TIME = 0.25  # hours; a lock ends by itself
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "people.locks.counted_name"
AXES_CLIENT_IP_CALLABLE = "people.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "people.locks.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "next", "csrfmiddlewaretoken"]
# What our forms call what somebody types to come in: a wrong one is nearly the right one, so no table keeps it.
AXES_SENSITIVE_PARAMETERS += ["secret", "chosen", "picture", "present", "new", "again", "code"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# After so long without a sign of life the screen locks; 0 is never. Without script never under 20 minutes.
LIFELONG_IDLE_MINUTES = env.float("IDLE_MINUTES", default=20)
LIFELONG_LAB_IDLE_MINUTES = env.float("LAB_IDLE_MINUTES", default=5)
# How many proxies stand in front whose word on the learner's address is taken.
LIFELONG_PROXY_COUNT = env.int("PROXY_COUNT", default=0)

# Who was erased, by digest: beside the database, so that an older one that is restored does not bring them back.
LIFELONG_ERASURE_REGISTER = VAR_DIR / "erasures.txt"

# --- Security ------------------------------------------------------------------

SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # the next person at this computer opens a browser of nobody
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "quizzes.unsent.keep_what_was_sent"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"  # previews in the admin are frames of our own
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which would have DENY there
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Learners' pages: nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
