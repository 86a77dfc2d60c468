"""Accounts, teams, and the links and PINs by which a resident comes in. No household data."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from .base import PublicIdField
from .fields import SealedTextField


class Team(models.Model):
    """A local team (*wijkteam*) of one municipality."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    municipality = models.CharField(max_length=120)
    answer_working_days = models.PositiveSmallIntegerField(default=2)

    class Meta:
        db_table = "team"


class Capacity(models.TextChoices):
    """In which capacity an account acts; capacities are never added up."""

    STAFF = "staff"
    RESIDENT = "resident"
    PARTNER = "partner"
    PRIVACY = "privacy"  # the privacy officer (FG): audits, and reads no content


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """One account of one human in one capacity; a human may have several, each reads on its own.

    Staff and partners sign in with e-mail, password and a second factor; residents with a one-time
    link to a channel of their own and a PIN. `salt` ends every session at once when it changes.
    """

    public_id = PublicIdField()
    human = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=Capacity)
    email = models.EmailField(unique=True, null=True, blank=True)
    display_name = models.CharField(max_length=240)
    function = models.CharField(max_length=120, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="accounts")
    manages_team = models.BooleanField(default=False)
    duty_since = models.DateTimeField(null=True, blank=True)  # may do an emergency reading (piketmedewerker)
    pin = models.CharField(max_length=128, blank=True)
    salt = models.UUIDField(default=uuid.uuid4)
    is_active = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    date_joined = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=5, default="nl")
    # The own channel (mail or phone) to which a sign-in link goes; the hash finds a channel that two people share.
    channel = SealedTextField(blank=True)
    channel_hash = models.CharField(max_length=64, blank=True, db_index=True)
    # A notice is sent only where the person chose a channel and hours: neutral sender, no content.
    notice_channel = models.CharField(max_length=240, blank=True)
    notice_from = models.TimeField(null=True, blank=True)
    notice_until = models.TimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ()  # type: ignore[assignment]
    objects = AccountManager()

    class Meta:
        db_table = "account"
        constraints = [
            models.UniqueConstraint(
                fields=["human", "capacity"],
                condition=models.Q(is_active=True),
                name="one_account_a_capacity",
            )
        ]

    def get_session_auth_hash(self) -> str:
        return salted_hmac(
            "naast.account", f"{self.password}{self.pin}{self.salt}", algorithm="sha256"
        ).hexdigest()

    def __repr__(self) -> str:
        return f"<Account {self.pk}>"

    __str__ = __repr__


class SignInLink(models.Model):
    """A one-time link of one account. Only its hash is kept; a PIN (or a first password) spends it, opening does not.

    `made_by` is empty where a command on the server made it, for the first lead of a team.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    spent_at = models.DateTimeField(null=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "sign_in_link"


class CalendarFeed(models.Model):
    """The secret address at which a calendar fetches the appointments of one worker. Only the secret's hash is kept.

    `public_id` stands in the address and is no secret: wrong secrets are counted by it.
    """

    public_id = PublicIdField()
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "calendar_feed"
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(ended_at=None), name="one_feed_an_account"
            )
        ]
