//! The page of one deployment, as each of its sides sees it.

use kataster::access::Role;
use kataster::clock::Instant;

use super::requests::{look, person, told, town};
use crate::help::running::{DAY, HOUR, Running};
use crate::support::{Answer, organisation};

/// A deployment and the sessions of its sides.
struct Sides {
    help: Running,
    town: String,
    desk: String,
    manager: String,
    expert: String,
}

impl Sides {
    async fn new() -> Self {
        Self::of(Running::new().await).await
    }

    /// Of help that has lasted for so long; sessions do not.
    async fn begun(help: Running, seconds: i64) -> Self {
        help.begun_for(seconds).await;
        Self::of(help).await
    }

    async fn of(help: Running) -> Self {
        let (app, house) = (&help.scene.app, help.employer);
        Self {
            town: town(&help.scene, &help.incident).await,
            desk: app.browse_as(Role::Coordinator, None).await,
            manager: app.browse_as(Role::MemberManager, Some(house)).await,
            expert: person(&help.scene, (help.helper.0, house)).await,
            help,
        }
    }

    fn path(&self) -> String {
        format!("/einsaetze/{}", self.help.id)
    }

    async fn page(&self, who: &str) -> String {
        look(&self.help.scene, &self.path(), who).await
    }

    async fn send(&self, who: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
        let path = format!("{}/{form}", self.path());
        let answer = self.help.scene.app.submit(&path, who, fields).await;
        self.help.scene.run().await;
        answer
    }

    /// What a form leads to says.
    async fn said(&self, who: &str, form: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(who, form, fields).await;
        told(&self.help.scene, answer, who).await
    }

    /// What a form that is wrong says.
    async fn refused(&self, who: &str, form: &str, fields: &[(&str, &str)]) -> String {
        self.send(who, form, fields).await.expect(422).text
    }

    /// Which forms a side is offered.
    async fn offered(&self, who: &str) -> Vec<&'static str> {
        let page = self.page(who).await;
        let is_there = |form: &&str| {
            let action = format!("action=\"{}/{form}\"", self.path());
            page.contains(&action)
        };
        FORMS.iter().copied().filter(is_there).collect()
    }
}

const FORMS: [&str; 7] = [
    "verlaengerung/antwort",
    "beginn",
    "verlaengerung",
    "abloesung",
    "rueckruf",
    "ende",
    "absage",
];

/// As a browser sends a day and a time.
pub(super) fn typed(at: Instant) -> String {
    format!("{}T{:0>5}", at.date(), at.time_of_day())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_is_offered_what_it_may_do() {
    let sides = Sides::new().await;
    for who in [&sides.town, &sides.desk] {
        let offered = sides.offered(who).await;
        assert_eq!(offered, ["beginn", "verlaengerung", "absage"]);
    }
    assert_eq!(sides.offered(&sides.manager).await, ["absage"]);
    assert_eq!(sides.offered(&sides.expert).await, ["beginn", "absage"]);

    sides.help.begun_for(HOUR).await;
    for who in [&sides.town, &sides.desk] {
        assert_eq!(sides.offered(who).await, ["verlaengerung", "ende"]);
    }
    for who in [&sides.manager, &sides.expert] {
        assert_eq!(sides.offered(who).await, ["rueckruf", "ende"]);
    }

    let later = sides.help.from.plus_days(9);
    sides.help.ask_until(later).await.expect(200);
    assert_eq!(sides.offered(&sides.town).await, ["ende"]);
    let expert = sides.offered(&sides.expert).await;
    assert_eq!(expert, ["verlaengerung/antwort", "rueckruf", "ende"]);
    // The house gave its word beforehand.
    assert_eq!(sides.offered(&sides.manager).await, ["rueckruf", "ende"]);

    sides.send(&sides.desk, "ende", &[]).await.expect(303);
    for who in [&sides.town, &sides.desk, &sides.manager, &sides.expert] {
        assert_eq!(sides.offered(who).await, [""; 0]);
        assert!(sides.page(who).await.contains("Beendet"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_finds_the_page_or_its_forms() {
    let sides = Sides::new().await;
    let app = &sides.help.scene.app;
    let other = organisation().with("place", "15083").save(app).await;

    for role in [Role::MemberManager, Role::Requester, Role::Expert] {
        let stranger = app.browse_as(role, Some(other)).await;
        app.page(&sides.path(), &stranger).await.expect(404);
        let later = typed(sides.help.from.plus_days(8));
        let fields = [
            ("bis", later.as_str()),
            ("am", &later),
            ("antwort", "agree"),
        ];
        for form in FORMS {
            let sent = sides.send(&stranger, form, &fields).await;
            assert_eq!(sent.status.as_u16(), 404, "{role:?} {form}");
        }
    }

    assert_eq!(sides.help.state().await, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_side_is_refused() {
    let sides = Sides::new().await;
    let later = typed(sides.help.from.plus_days(8));

    let start = sides.send(&sides.manager, "beginn", &[]).await;
    start.expect(403);
    let extend = [("bis", later.as_str())];
    let extend = sides.send(&sides.expert, "verlaengerung", &extend).await;
    extend.expect(403);
    let back = [("am", later.as_str())];
    let back = sides.send(&sides.town, "rueckruf", &back).await;
    back.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_begins_now_or_when_it_did() {
    let help = Running::new().await;
    help.scene.after(2 * HOUR).await;
    let sides = Sides::of(help).await;
    let early = typed(sides.help.from.plus_seconds(-HOUR));

    let page = sides
        .refused(&sides.town, "beginn", &[("ab", &early)])
        .await;
    assert!(page.contains("ab-fehler") && page.contains("Zu diesem Zeitpunkt geht es nicht"));
    assert!(page.contains(&format!("value=\"{early}\"")));
    let page = sides
        .refused(&sides.town, "beginn", &[("ab", "vorhin")])
        .await;
    assert!(
        page.contains("Bitte nennen Sie Tag und Uhrzeit.") && page.contains("value=\"vorhin\"")
    );

    let right = typed(sides.help.from.plus_seconds(HOUR));
    let page = sides.said(&sides.town, "beginn", &[("ab", &right)]).await;
    assert!(page.contains("Der Beginn ist vermerkt.") && page.contains("Im Einsatz bis"));
    let again = sides.said(&sides.expert, "beginn", &[]).await;
    assert!(again.contains("Das ging nicht mehr"));
    let sides = Sides::new().await;
    let page = sides.said(&sides.expert, "beginn", &[("ab", "")]).await;
    assert!(page.contains("Der Beginn ist vermerkt."), "just now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_end_is_asked_for_and_each_side_sees_its_own_yes_alone() {
    let sides = Sides::begun(Running::asking_each_time().await, DAY).await;
    let form = "verlaengerung";
    let far = typed(sides.help.from.plus_days(15));
    let page = sides.refused(&sides.town, form, &[("bis", &far)]).await;
    assert!(page.contains("bis-fehler") && page.contains("Höchstens vierzehn Tage am Stück"));
    assert!(page.contains(&format!("value=\"{far}\"")));
    let page = sides.refused(&sides.desk, form, &[]).await;
    assert!(page.contains("Bitte nennen Sie Tag und Uhrzeit."));

    let later = typed(sides.help.from.plus_days(9));
    let page = sides.said(&sides.town, form, &[("bis", &later)]).await;
    let both = "Die Fachkraft und ihr Arbeitgeber antworten bis";
    assert!(page.contains("Um Verlängerung wird gebeten.") && page.contains(both));
    let again = sides.said(&sides.desk, form, &[("bis", &later)]).await;
    assert!(again.contains("Das ging nicht mehr"));

    let answer = "verlaengerung/antwort";
    let agree = [("antwort", "agree")];
    let wrong = sides.send(&sides.expert, answer, &[("antwort", "x")]).await;
    wrong.expect(422);
    let page = sides.said(&sides.expert, answer, &agree).await;
    assert!(page.contains("Ihre Antwort ist vermerkt."));
    assert!(page.contains("Der Arbeitgeber antwortet bis") && !page.contains(answer));
    assert!(sides.page(&sides.town).await.contains(both));
    assert!(sides.page(&sides.manager).await.contains(both));
    let page = sides.said(&sides.manager, answer, &agree).await;
    assert!(page.contains("Verlängert bis") && !page.contains(answer));
    assert!(sides.page(&sides.town).await.contains("Verlängert bis"));
    let late = sides.said(&sides.manager, answer, &agree).await;
    assert!(late.contains("Das ging nicht mehr"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_that_somebody_else_has_to_take_over() {
    let sides = Sides::begun(Running::new().await, DAY).await;
    let later = sides.help.from.plus_days(9);
    sides.help.ask_until(later).await.expect(200);

    let refuse = [("antwort", "refuse")];
    let form = "verlaengerung/antwort";
    sides.send(&sides.expert, form, &refuse).await.expect(303);

    let page = sides.page(&sides.town).await;
    assert!(page.contains("kommt nicht zustande. Suchen Sie eine Ablösung."));
    assert_eq!(sides.offered(&sides.town).await, ["verlaengerung", "ende"]);
    let later = typed(later);
    let fields = [("bis", later.as_str())];
    let again = sides.refused(&sides.town, "verlaengerung", &fields).await;
    assert!(again.contains("Die letzte Verlängerung kam nicht zustande. Fragen Sie wieder ab"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_calls_back_on_the_page() {
    let sides = Sides::begun(Running::new().await, DAY).await;
    let past = typed(sides.help.from);

    let page = sides
        .refused(&sides.manager, "rueckruf", &[("am", &past)])
        .await;
    assert!(page.contains("am-fehler") && page.contains(&format!("value=\"{past}\"")));
    assert!(page.contains("<details class=\"more\" open>"));

    let back = typed(sides.help.from.plus_days(2));
    let page = sides
        .said(&sides.manager, "rueckruf", &[("am", &back)])
        .await;
    assert!(page.contains("Der Rückruf ist vermerkt.") && page.contains("Zurückgerufen"));
    assert_eq!(sides.offered(&sides.manager).await, ["ende"]);
    assert_eq!(sides.offered(&sides.town).await, ["abloesung", "ende"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_called_off_or_ended_on_the_page() {
    let sides = Sides::new().await;
    let page = sides.said(&sides.manager, "absage", &[]).await;
    assert!(page.contains("Der Einsatz ist abgesagt.") && page.contains("Abgesagt"));
    let late = sides.said(&sides.town, "beginn", &[]).await;
    assert!(late.contains("Das ging nicht mehr"));

    let sides = Sides::new().await;
    sides.help.begun_for(HOUR).await;
    let page = sides.said(&sides.expert, "ende", &[]).await;
    assert!(page.contains("Der Einsatz ist beendet."));
    assert!(!page.contains("id=\"handgriff\"") && page.contains("/zeiten\""));
    let late = sides.said(&sides.desk, "absage", &[]).await;
    assert!(late.contains("Das ging nicht mehr"));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_its_last_two_days_somebody_is_sought_who_takes_over() {
    let sides = Sides::begun(Running::new().await, 6 * DAY).await;
    let page = sides.page(&sides.town).await;
    assert!(page.contains("Dieser Einsatz endet in weniger als zwei Tagen."));
    let offered = sides.offered(&sides.town).await;
    assert_eq!(offered, ["verlaengerung", "abloesung", "ende"]);
    let of_others = sides.offered(&sides.manager).await;
    assert_eq!(of_others, ["rueckruf", "ende"]);

    let sought = sides.send(&sides.town, "abloesung", &[]).await.expect(303);

    let draft = sought.location().to_owned();
    assert!(draft.starts_with("/ersuchen/"));
    look(&sides.help.scene, &draft, &sides.town).await;
    let page = sides.page(&sides.town).await;
    assert!(page.contains("Eine Ablösung wird gesucht.") && page.contains(&draft));
    assert!(!sides.page(&sides.manager).await.contains(&draft));
    let again = sides.send(&sides.desk, "abloesung", &[]).await.expect(303);
    assert_eq!(again.location(), draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_reads_in_english_too() {
    let sides = Sides::new().await;
    sides.help.scene.after(HOUR).await;
    let english = format!("{}; lang=en", sides.town);

    let page = sides.page(&english).await;
    for said in [
        "<html lang=\"en\"",
        "Committed",
        "It begins",
        "Call it off now",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let early = typed(sides.help.from.plus_seconds(-HOUR));
    let page = sides.refused(&english, "beginn", &[("ab", &early)]).await;
    assert!(page.contains("<html lang=\"en\"") && page.contains("ab-fehler"));
    assert!(!page.contains("Zu diesem Zeitpunkt"));
    let page = sides.said(&english, "beginn", &[]).await;
    assert!(page.contains("The start is noted."));
}
