"""Settings of signing in: allauth for password and second factor, axes against guessing."""

from datetime import timedelta

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
CSRF_FAILURE_VIEW = "naast.staff.sign_in.require.csrf_lost"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

MFA_ADAPTER = "naast.actions.second_factor.Adapter"
MFA_TOTP_ISSUER = "Naast"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "naast.staff.sign_in.guessing.hashed_name"
AXES_LOCKOUT_CALLABLE = "naast.staff.sign_in.guessing.same_answer"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # our own trace tells who signed in
AXES_SENSITIVE_PARAMETERS = ["email", "username", "password", "code", "next", "ip_address"]
AXES_ENABLE_ADMIN = False
