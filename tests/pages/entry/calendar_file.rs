//! Absences from a calendar file.

use kataster::access::Role;
use kataster::entity::expert_absence_event;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::Kept;
use crate::support::{Answer, TestApp, organisation};

/// What a program of the office exports: the zone, private words, what is past, short, free, recurring.
pub(super) const FILE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\n\
BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16011028T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Quastenflosserurlaub\r\nLOCATION:Zwiebelfischhaus\r\nDESCRIPTION:Mit Xylofanie\\nund \r\n Kind\r\n\
ATTENDEE;CN=Xylofanie:mailto:x@example.org\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270107\r\nTRANSP:OPAQUE\r\n\
X-MICROSOFT-CDO-BUSYSTATUS:OOF\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Fortbildung\r\nDTSTART;TZID=W. Europe Standard Time:20270201T090000\r\n\
DTEND;TZID=W. Europe Standard Time:20270203T170000\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Besprechung\r\nDTSTART:20270301T090000\r\nDTEND:20270301T100000\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Rosenmontag\r\nDTSTART;VALUE=DATE:20270208\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:5\r\nSUMMARY:Sommer\r\nDTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260801\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

pub(super) async fn send(app: &TestApp, kept: &Kept, session: &str, file: &[u8]) -> Answer {
    let path = kept.path("verfuegbarkeit/datei");
    app.upload(&path, ("cookie", session), &[], ("file", file))
        .await
}

async fn take(app: &TestApp, kept: &Kept, fields: &[(&str, &str)]) -> Answer {
    let path = kept.path("verfuegbarkeit/uebernehmen");
    app.submit(&path, &kept.person, fields).await
}

pub(super) async fn absences(app: &TestApp, kept: &Kept) -> Value {
    kept.stored(app).await["availability"]["absences"].clone()
}

/// The values a preview offers, and whether they are ticked.
fn offered(page: &str) -> Vec<(String, bool)> {
    let rows = page.split("name=\"tage\" value=\"").skip(1);
    let row = |rest: &str| {
        let (value, rest) = rest.split_once('"').unwrap();
        let (input, _) = rest.split_once('>').unwrap();
        (value.to_owned(), input.contains("checked"))
    };
    rows.map(row).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_becomes_a_preview_and_what_is_ticked_becomes_absences() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let start = kept.show(&app, "verfuegbarkeit").await;
    assert!(start.contains("/verfuegbarkeit/datei\">Aus einer Kalenderdatei übernehmen"));
    assert!(
        kept.show(&app, "verfuegbarkeit/datei")
            .await
            .contains("Die Datei behalten wir nicht.")
    );

    let preview = send(&app, &kept, &kept.person, FILE.as_bytes()).await;
    let preview = preview.expect(200);

    assert_eq!(preview.headers["cache-control"], "no-store");
    for words in [
        "24. Dezember 2026 bis 6. Januar 2027",
        "1. Februar 2027 bis 3. Februar 2027",
        "Quastenflosserurlaub",
        "im Kalender als frei markiert",
        "1 Termin ist kürzer als ein Arbeitstag.",
        "1 Termin liegt nicht in den nächsten 12 Monaten.",
    ] {
        assert!(preview.text.contains(words), "{words}");
    }
    for private in ["Zwiebelfischhaus", "Xylofanie", "Besprechung", "Sommer"] {
        assert!(!preview.text.contains(private), "{private}");
    }
    let expected = [
        ("2026-12-24/2027-01-06", true),
        ("2027-02-01/2027-02-03", true),
        ("2027-02-08/2027-02-08", false),
    ];
    let expected = expected.map(|(value, is_ticked)| (value.to_owned(), is_ticked));
    assert_eq!(offered(&preview.text), expected);
    assert_eq!(
        absences(&app, &kept).await,
        json!([]),
        "nothing is stored before the person says so"
    );

    let taken = take(
        &app,
        &kept,
        &[
            ("tage", "2026-12-24/2027-01-06"),
            ("tage", "2027-02-08/2027-02-08"),
        ],
    );
    let taken = taken.await.expect(303);

    assert_eq!(taken.location(), kept.path("verfuegbarkeit"));
    let stored = json!([
        {"first_day": "2026-12-24", "last_day": "2027-01-06"},
        {"first_day": "2027-02-08", "last_day": "2027-02-08"},
    ]);
    assert_eq!(absences(&app, &kept).await, stored);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_adds_nothing_and_is_no_change() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let first = send(&app, &kept, &kept.person, FILE.as_bytes()).await.text;
    let ticked: Vec<_> = offered(&first);
    let fields: Vec<_> = ticked
        .iter()
        .map(|(value, _)| ("tage", value.as_str()))
        .collect();
    take(&app, &kept, &fields).await.expect(303);
    let stored = absences(&app, &kept).await;
    let auditor = app.sign_in(Role::Auditor, None).await;
    let recorded = async || {
        let path = "/api/v1/audit?action=expert.availability_set";
        app.get(path, &auditor).await.expect(200).json()["items"].clone()
    };
    let before = recorded().await;

    let again = send(&app, &kept, &kept.person, FILE.as_bytes()).await.text;
    take(&app, &kept, &fields).await.expect(303);

    assert!(again.contains("Schon eingetragen") && again.contains("nichts Neues"));
    assert_eq!(offered(&again), []);
    assert_eq!(absences(&app, &kept).await, stored);
    assert_eq!(recorded().await, before);
    assert_eq!(before.as_array().unwrap().len(), 1);
    assert!(!before.to_string().contains("2026-12-24"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_joins_what_is_there_and_is_checked_like_a_typed_one() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let typed = [
        ("was", "abwesend"),
        ("von", "2026-12-20"),
        ("bis", "2026-12-24"),
    ];
    app.submit(&kept.path("verfuegbarkeit"), &kept.person, &typed)
        .await
        .expect(303);

    take(&app, &kept, &[("tage", "2026-12-24/2027-01-06")])
        .await
        .expect(303);

    let joined = json!([{"first_day": "2026-12-20", "last_day": "2027-01-06"}]);
    assert_eq!(absences(&app, &kept).await, joined);
    let offer = ("angebot", "2027-03-01/2027-03-02");
    for (fields, message) in [
        (vec![offer], "Kreuzen Sie mindestens eine Abwesenheit an."),
        (
            vec![offer, ("tage", "2027-03-02/2027-03-01")],
            "Eine Auswahl war kein Zeitraum.",
        ),
        (
            vec![offer, ("tage", "morgen")],
            "Eine Auswahl war kein Zeitraum.",
        ),
        (
            vec![("angebot", "<b>"), ("tage", "2027-03-01")],
            "Eine Auswahl war kein Zeitraum.",
        ),
    ] {
        let page = take(&app, &kept, &fields).await.expect(422).text;

        assert!(page.contains(message), "{fields:?}");
        let is_offered = fields.contains(&offer);
        assert_eq!(offered(&page).len(), usize::from(is_offered));
    }
    assert_eq!(absences(&app, &kept).await, joined);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_are_taken_than_there_may_be_and_nothing_ticked_is_lost() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let fridays = FILE.replace(
        "20270208\r\nTRANSP:TRANSPARENT",
        "20261127\r\nRRULE:FREQ=WEEKLY;BYDAY=FR",
    );
    let preview = send(&app, &kept, &kept.person, fridays.as_bytes()).await;
    let preview = preview.expect(200).text;
    let rows = offered(&preview);
    let ticked = rows.iter().filter(|(_, is_ticked)| *is_ticked).count();
    assert!(preview.contains("Mehr als 50 Abwesenheiten gehen nicht."));

    let mondays: Vec<String> = (0..51)
        .map(|week| {
            let monday = app.state.db.clock().now().plus_days(7 * week).date();
            format!("{monday}/{monday}")
        })
        .collect();
    let mut fields: Vec<_> = mondays
        .iter()
        .map(|day| ("angebot", day.as_str()))
        .collect();
    fields.extend(mondays.iter().map(|day| ("tage", day.as_str())));
    let refused = take(&app, &kept, &fields).await.expect(422).text;

    assert_eq!((ticked, rows.len()), (50, 52));
    assert!(refused.contains("Kreuzen Sie weniger an"));
    assert_eq!(offered(&refused).len(), 51);
    assert!(offered(&refused).iter().all(|(_, is_ticked)| *is_ticked));
    assert_eq!(absences(&app, &kept).await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_calendar_is_said_at_the_field() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;

    for (file, message) in [
        (&b""[..], "Wählen Sie eine Datei aus."),
        (b"  \r\n", "Die Datei ist leer."),
        (b"PK\x03\x04 zip", "Das ist keine Kalenderdatei."),
        (
            b"\xFF\xFEB\0E\0G\0",
            "Zeile 1 ist nicht in UTF-8 geschrieben.",
        ),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "stehen keine Termine."),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
            "Das Ende der Datei fehlt.",
        ),
        (
            b"BEGIN:VCALENDAR\nEND:VEVENT\n",
            "Zeile 2 passt nicht an ihre Stelle.",
        ),
    ] {
        let page = send(&app, &kept, &kept.person, file).await.expect(422).text;

        assert!(page.contains(message), "{message}");
        assert!(page.contains("href=\"#file\"") && page.contains("file-fehler"));
    }
    let unreadable = FILE.replace("DTSTART;VALUE=DATE:20270208", "DTSTART:Rosenmontag");
    let page = send(&app, &kept, &kept.person, unreadable.as_bytes()).await;
    let page = page.expect(200).text;
    assert!(page.contains("Der Beginn fehlt oder ist kein Datum."));
    let long = vec![b'x'; 5 * 1024 * 1024 + 1];
    send(&app, &kept, &kept.person, &long).await.expect(413);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_write_an_entry_reads_a_file_for_it() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let other = organisation().with("name", "Anderes Haus").save(&app).await;
    let stranger = app.browse_as(Role::MemberManager, Some(other)).await;
    let chosen = [("tage", "2027-03-01/2027-03-02")];

    send(&app, &kept, &kept.manager, FILE.as_bytes())
        .await
        .expect(200);

    let refused = send(&app, &kept, &stranger, FILE.as_bytes()).await;
    assert!(!refused.expect(404).text.contains("Dezember"));
    let path = kept.path("verfuegbarkeit/uebernehmen");
    app.submit(&path, &stranger, &chosen).await.expect(404);
    let path = kept.path("verfuegbarkeit/datei");
    app.page(&path, &stranger).await.expect(404);
    assert_eq!(absences(&app, &kept).await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_but_days_is_written_of_a_file() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let preview = send(&app, &kept, &kept.person, FILE.as_bytes()).await;
    assert!(preview.expect(200).text.contains("Quastenflosserurlaub"));
    take(&app, &kept, &[("tage", "2026-12-24/2027-01-06")])
        .await
        .expect(303);

    // On PostgreSQL there is no such file; what is written is the same.
    for file in ["kataster.db", "kataster.db-wal"] {
        let bytes = std::fs::read(app.folder.path().join(file)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        for private in ["Quastenflosserurlaub", "Zwiebelfischhaus", "Xylofanie"] {
            assert!(!text.contains(private), "{private} in {file}");
        }
    }
}

/// The fields of a preview as a browser sends them back, all boxes as they are.
pub(super) fn fields(page: &str) -> Vec<(String, String)> {
    let inputs = page.split("<input type=\"").skip(1);
    let field = |input: &str| {
        let (input, _) = input.split_once('>')?;
        let value_of = |name: &str| {
            let (_, rest) = input.split_once(&format!("{name}=\""))?;
            Some(rest.split('"').next()?.to_owned())
        };
        let is_sent = input.starts_with("hidden") || input.ends_with(" checked");
        is_sent.then_some((value_of(" name")?, value_of(" value")?))
    };
    inputs.filter_map(field).collect()
}

pub(super) async fn take_all(app: &TestApp, kept: &Kept, page: &str) -> Answer {
    let fields = fields(page);
    let fields = fields.iter().map(|(name, value)| (&**name, &**value));
    let fields: Vec<_> = fields.collect();
    take(app, kept, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_event_is_one_change_and_what_is_gone_is_asked() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let first = send(&app, &kept, &kept.person, FILE.as_bytes()).await;
    take_all(&app, &kept, &first.expect(200).text)
        .await
        .expect(303);
    let typed = [
        ("was", "abwesend"),
        ("von", "2027-05-03"),
        ("bis", "2027-05-04"),
    ];
    app.submit(&kept.path("verfuegbarkeit"), &kept.person, &typed)
        .await
        .expect(303);
    let later = FILE
        .replace("VALUE=DATE:20261224", "VALUE=DATE:20270110")
        .replace("VALUE=DATE:20270107", "VALUE=DATE:20270113")
        .replace("UID:2", "UID:22");

    let preview = send(&app, &kept, &kept.person, later.as_bytes()).await;
    let preview = preview.expect(200).text;

    let change = "verschoben: bisher 24. Dezember 2026 bis 6. Januar 2027, jetzt 10. Januar 2027 bis 12. Januar 2027";
    assert!(preview.contains(change), "{preview}");
    assert!(preview.contains("Nicht mehr in der Datei"));
    let sent = fields(&preview);
    let ticked = |name: &str| sent.iter().filter(|(given, _)| given == name).count();
    assert_eq!(
        (ticked("verschoben"), ticked("weg"), ticked("weg-angebot")),
        (1, 0, 1)
    );
    take_all(&app, &kept, &preview).await.expect(303);
    let stored = json!([
        {"first_day": "2027-01-10", "last_day": "2027-01-12"},
        {"first_day": "2027-02-01", "last_day": "2027-02-03"},
        {"first_day": "2027-05-03", "last_day": "2027-05-04"},
    ]);
    assert_eq!(absences(&app, &kept).await, stored);

    let preview = send(&app, &kept, &kept.person, later.as_bytes()).await;
    let preview = preview.expect(200).text;
    assert!(!preview.contains("verschoben: "), "{preview}");
    let gone = fields(&preview)
        .into_iter()
        .find(|(name, _)| name == "weg-angebot");
    let gone = gone.unwrap().1;
    take(&app, &kept, &[("weg", &gone)]).await.expect(303);
    let left = absences(&app, &kept).await;
    assert_eq!(left.as_array().unwrap().len(), 2, "{left}");
    let broken = take(&app, &kept, &[("weg", "urlaub"), ("weg-angebot", &gone)]).await;
    let broken = broken.expect(422).text;
    assert!(broken.contains("Eine Auswahl war kein Zeitraum.") && broken.contains(&gone));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_name_of_an_event_is_kept_and_its_digest_goes_with_the_absence() {
    let app = TestApp::new().await;
    let kept = Kept::new(&app).await;
    let file = FILE.replace("UID:1\r", "UID:zwiebelfisch-4711@example.org\r");
    let known = async || {
        let rows = expert_absence_event::Entity::find();
        rows.all(app.state.db.reader()).await.unwrap()
    };
    let first = send(&app, &kept, &kept.person, file.as_bytes()).await;
    let first = first.expect(200).text;
    assert!(!first.contains("zwiebelfisch-4711"));
    assert!(known().await.is_empty(), "a preview writes nothing");

    take_all(&app, &kept, &first).await.expect(303);

    let rows = known().await;
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.expert_id == kept.id));
    for file in ["kataster.db", "kataster.db-wal"] {
        let bytes = std::fs::read(app.folder.path().join(file)).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains("zwiebelfisch-4711"));
    }
    let gone = [("was", "zurueck"), ("abwesenheit", "2026-12-24/2027-01-06")];
    app.submit(&kept.path("verfuegbarkeit"), &kept.person, &gone)
        .await
        .expect(303);
    assert_eq!(known().await.len(), 1);
    let again = send(&app, &kept, &kept.person, file.as_bytes()).await;
    let again = again.expect(200).text;
    assert!(!again.contains("verschoben: "), "removed by hand is new");
    assert_eq!(offered(&again)[0].0, "2026-12-24/2027-01-06");
    let stranger = Kept::new(&app).await;
    let theirs = send(&app, &stranger, &stranger.person, file.as_bytes()).await;
    let theirs = theirs.expect(200).text;
    let digest = rows[1].digest.simple().to_string();
    assert!(!theirs.contains(&digest), "another entry has other digests");
}
