"""Samira, Karim, Yusuf and Noa: parents apart, and a handing-over of the children that feels unsafe."""

from datetime import timedelta

from naast.access.viewer import Viewer
from naast.actions import corrections, dossiers, entries, files, involvements, roles
from naast.actions.decisions import Voice
from naast.actions.dossiers import NewAuthority, NewMember, NewRelation
from naast.records.models import Account
from naast.rules.roles import PLAN_LEAD

from . import drawing, samira_happened, samira_now, samira_plan, samira_shared, samira_together
from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.SEPARATION,)


def tell(home: Home, colleague: Account, teacher: Account) -> Home:
    """Open the household in July and tell it until now."""
    home.on(120, 10)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Samira", "Haddad", home.born(34, 4, 2)),
            person("Karim", "Amrani", home.born(37, 1, 9)),
            person("Yusuf", "Amrani", home.born(14, 2, 3)),
            person("Noa", "Amrani", home.born(9, 6, 1)),
            person("Latifa", "Haddad", home.born(63, 8, 20)),
        ],
        members=[NewMember("Samira"), NewMember("Yusuf"), NewMember("Noa")],
        relations=[
            NewRelation("Karim", "ex_partner", "Samira"),
            NewRelation("Samira", "parent", "Yusuf"),
            NewRelation("Samira", "parent", "Noa"),
            NewRelation("Karim", "parent", "Yusuf"),
            NewRelation("Karim", "parent", "Noa"),
            NewRelation("Latifa", "parent", "Samira"),
        ],
        authorities=[
            NewAuthority(adult, child, "yes") for adult in ("Samira", "Karim") for child in ("Yusuf", "Noa")
        ],
        purpose="Samira vroeg zelf om hulp, na een ruzie bij het ophalen",
    )
    home.learn()
    dossiers.note_contact_data(
        viewer=home.viewer(),
        dossier=home.dossier,
        person=home.ids["samira"],
        kind="street",
        value="Lindehof 12",
        guarded=True,
    )
    involvements.add_colleague(
        viewer=home.viewer(),
        dossier=home.dossier,
        account=colleague.public_id,
        role="team",
        starts=home.now - timedelta(days=119),
    )
    involvements.add_partner(
        viewer=home.viewer(),
        dossier=home.dossier,
        account=teacher.public_id,
        organisation="Basisschool De Regenboog",
        ground="juf van Noa; Samira vindt het goed",
        readers=[home.ids["samira"]],
        starts=home.now - timedelta(days=110),
        ends=home.now + timedelta(days=45),
    )
    home.learn()
    _first_weeks(home)
    samira_happened.tell(home)
    _the_moment(home)
    samira_plan.tell(home)
    _leads_the_plan(home, colleague)
    samira_now.tell(home)
    samira_shared.tell(home)
    samira_together.tell(home)
    return home


def _first_weeks(home: Home) -> None:
    home.on(118).talk(
        "home_visit",
        home.said(
            "samira", "Ik wil dat het ophalen rustig gaat. Meer vraag ik niet.", "karim", nature="wish"
        ),
        home.said(
            "samira",
            "Als hij boos is, praat hij zacht. Dan weet ik: nu moet ik niets meer zeggen. De kinderen weten dat ook.",
            about=("karim", "yusuf", "noa"),
        ),
        home.said(
            "",
            "Samira heeft drie dingen op de koelkast hangen die goed gaan. Noa las ze voor.",
            nature="fact",
        ),
        goal="Horen wat Samira nodig heeft om zich veilig te voelen.",
    )
    home.on(112).talk(
        "office",
        home.said("karim", "Ik mis mijn kinderen. Ik word druk als ik moet wachten, dat klopt.", "samira"),
        home.said("karim", "Ik ben bang dat ze mij niet meer willen zien.", nature="opinion"),
        goal="Horen hoe Karim het ziet.",
    )
    home.on(54, 15).talk(
        "outside",
        home.said(
            "yusuf",
            "Dat papa komt kijken bij voetbal. Gewoon langs de lijn. En dat niemand daarna over mij heeft.",
            "samira",
            nature="wish",
            ground="Yusuf vertelt het zijn vader liever zelf.",
        ),
    )


def _the_moment(home: Home) -> None:
    first = home.on(22, 11).talk(
        "home_visit",
        home.said(
            "samira",
            "Hij bleef twintig minuten praten bij de deur. Ik kreeg het benauwd. "
            "Ik durfde niet te zeggen dat ik weg wilde.",
            about=("karim",),
            happened=24,
        ),
        home.said(
            "noa",
            "papa en mama stonden lang te praten. ik telde autos. het waren er 61",
            about=("noa",),
            happened=24,
            ground="Noa koos alleen Jerrel. Haar ouders lezen dit niet, tot zij dat zelf wil.",
        ),
    )
    told = home.on(21).talk(
        "phone",
        home.said(
            "karim",
            "Ik wilde weten hoe het met Yusuf op school gaat. Ik zie hem zo weinig. Het was rustig, vond ik.",
            "samira",
            happened=24,
        ),
    )
    assert home.dossier is not None
    entries.same_moment(
        viewer=home.viewer(),
        dossier=home.dossier,
        entries=[first[0], first[1], told[0]],
        title="Het ophalen duurde langer",
    )
    home.on(20).talk(
        "school",
        home.said(
            "ellen",
            "Noa bleef drie middagen binnen in de pauze. Ze tekende. Op vrijdag vroeg ze of de deur op slot kon.",
            "samira",
            nature="fact",
            about=("noa",),
            happened=20,
        ),
    )
    entries.answer(
        viewer=home.viewer("samira"),
        entry=told[0],
        words="Voor mij was het niet rustig. Dat wil ik wel tegen hem zeggen, met Jerrel erbij.",
    )
    corrections.correct(
        viewer=home.on(19).viewer("karim"),
        entry=told[0],
        words="Ik wilde weten hoe het met Yusuf op school gaat. Ik zie hem zo weinig. Het was rustig, vond ik. "
        "Ik had moeten zien dat Samira weg wilde.",
    )
    entries.state(
        viewer=home.on(18).viewer("karim"),
        dossier=home.dossier,
        words="Ik kom elke week naar mijn gesprekken. Ik wil dat dat hier ook staat.",
        choice=home.choice("samira"),
    )
    files.add_file(
        viewer=home.on(18, 16).viewer("noa"),
        dossier=home.dossier,
        upload=files.Upload("tekening.png", drawing.of_noa(), "oma en ik en de auto's die ik telde"),
        circle=home.choice(how="child_picked"),
    )
    home.on(3, 16).talk(
        "office",
        home.said(
            "",
            "Het gaat beter dan in de zomer. Maar als Noa stiller wordt terwijl de rest opveert, "
            "zien we misschien iets niet.",
            nature="opinion",
            about=("noa",),
        ),
    )


def _leads_the_plan(home: Home, colleague: Account) -> None:
    """A colleague is asked to lead the plan beside the fixed face, and says yes the same week."""
    assert home.dossier is not None
    asked = roles.propose(
        viewer=home.viewer(),
        dossier=home.dossier,
        account=colleague.public_id,
        role=PLAN_LEAD,
        words="Zij kijkt met een tweede paar ogen mee. Zo kan Jerrel er voor Samira en de kinderen zijn.",
        voices=(Voice(home.ids["samira"], said="Fijn, dan hoeft hij niet alles alleen te onthouden."),),
        choice=home.choice("samira", how="worker_chose"),
    )
    viewer = Viewer(colleague.pk, colleague.human_id, "staff", home.viewer().at)
    roles.accept(viewer=viewer, entry=asked)
