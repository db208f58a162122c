//! After-care of a struck town: the guide it ticks off, and the situation report.

use kataster::access::Role;
use kataster::ids::OrganisationId;
use serde_json::{Value, json};

use super::help::{look, see, submit};
use crate::emergency::{provider, recorded, town};
use crate::help::scene::{Scene, one_need, yes};
use crate::help::{INCIDENTS, TOWN, ask, new_incident, status_page};
use crate::support::{TestApp, organisation};

struct Struck {
    /// Its page.
    page: String,
    /// Its path in the API.
    path: String,
    /// The status page of whoever asked.
    status: String,
    town: OrganisationId,
    provider: OrganisationId,
}

impl Struck {
    /// An incident of a town with a provider that nobody verified.
    async fn unverified(app: &TestApp) -> Self {
        let own = town().save(app).await;
        let house = provider(&[TOWN]).save(app).await;
        let asked = ask(app, &new_incident()).await.expect(201).json();
        let id = asked["id"].as_str().unwrap();
        Self {
            page: format!("/vorfaelle/{id}"),
            path: format!("{INCIDENTS}/{id}"),
            status: status_page(&asked),
            town: own,
            provider: house,
        }
    }

    async fn verified(app: &TestApp) -> Self {
        let struck = Self::unverified(app).await;
        let desk = app.sign_in(Role::Coordinator, None).await;
        let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
        app.post(&format!("{}/verify", struck.path), &desk, &known)
            .await
            .expect(200);
        struck
    }

    async fn as_town(&self, app: &TestApp) -> String {
        app.browse_as(Role::Requester, Some(self.town)).await
    }

    async fn as_provider(&self, app: &TestApp) -> String {
        app.browse_as(Role::MemberManager, Some(self.provider))
            .await
    }
}

/// The lines of a guide that can be ticked off.
fn lines(page: &str) -> Vec<String> {
    let each = page.split("name=\"zeile\" value=\"").skip(1);
    each.map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn town_and_desk_tick_lines_off_and_open_them_again() {
    let app = TestApp::new().await;
    let struck = Struck::verified(&app).await;
    let (own, desk) = (
        struck.as_town(&app).await,
        app.browse_as(Role::Coordinator, None).await,
    );
    let guide = format!("{}/leitfaden", struck.page);
    let page = see(&app, &struck.page, &own).await;
    let all = lines(&page);
    assert_eq!(all.len(), 36);
    assert!(page.contains("(jetzt): 0 von 12 erledigt"));
    let (first, second) = (all[0].as_str(), all[1].as_str());

    let done = [("phase", "acute"), ("zeile", first)];
    app.submit(&guide, &own, &done).await.expect(303);
    // From a page that was shown before: what the town ticked off stays.
    let more = [("phase", "acute"), ("zeile", second)];
    app.submit(&guide, &desk, &more).await.expect(303);
    let again = [("phase", "acute"), ("zeile", first)];
    app.submit(&guide, &desk, &again).await.expect(303);

    let page = see(&app, &struck.page, &desk).await;
    assert!(page.contains("2 von 12 erledigt"), "{page}");
    assert!(page.contains("(Kommune, heute") && page.contains("(Koordinierungsstelle, heute"));
    assert_eq!(recorded(&app, "incident.guide_ticked").await.len(), 2);
    let open = [("phase", "acute"), ("war", first)];
    app.submit(&guide, &desk, &open).await.expect(303);
    let page = see(&app, &struck.page, &own).await;
    assert!(page.contains("1 von 12 erledigt"));
    assert_eq!(recorded(&app, "incident.guide_reopened").await.len(), 1);
    // A line that is in no guide, and one of another phase, are passed over.
    for (phase, line) in [("acute", "0"), ("rebuild", first)] {
        let wrong = [("phase", phase), ("zeile", line)];
        app.submit(&guide, &own, &wrong).await.expect(303);
    }
    assert_eq!(recorded(&app, "incident.guide_ticked").await.len(), 2);
    app.submit(&guide, &own, &[]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_lines_that_are_sent_those_of_the_guide_count_once() {
    let app = TestApp::new().await;
    let struck = Struck::verified(&app).await;
    let guide = format!("{}/leitfaden", struck.status);
    let all = lines(&look(&app, &guide, "").await);
    let foreign: Vec<String> = (0..300).map(|number| format!("{number:032x}")).collect();
    let send = async |name: &'static str| {
        let sent = foreign.iter().chain(&all[..3]).chain(&all[..3]);
        let mut form = vec![("phase", "acute")];
        form.extend(sent.map(|line| (name, line.as_str())));
        submit(&app, &guide, &form).await.expect(303);
    };

    send("zeile").await;
    send("zeile").await;
    assert_eq!(recorded(&app, "incident.guide_ticked").await.len(), 3);
    send("war").await;
    send("war").await;
    assert_eq!(recorded(&app, "incident.guide_reopened").await.len(), 3);
    let page = look(&app, &guide, "").await;
    assert!(page.contains("0 von 12 erledigt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_link_ticks_off_once_it_is_verified_and_until_it_is_over() {
    let app = TestApp::new().await;
    let struck = Struck::unverified(&app).await;
    let guide = format!("{}/leitfaden", struck.status);
    assert!(!look(&app, &struck.status, "").await.contains(&guide));
    assert_eq!(
        app.page(&guide, "").await.expect(303).location(),
        struck.status
    );
    let any = [("phase", "acute"), ("zeile", "0")];
    submit(&app, &guide, &any).await.expect(404);
    let desk = app.sign_in(Role::Coordinator, None).await;
    let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
    app.post(&format!("{}/verify", struck.path), &desk, &known)
        .await
        .expect(200);

    assert!(look(&app, &struck.status, "").await.contains(&guide));
    let line = lines(&look(&app, &guide, "").await).remove(0);
    let done = [("phase", "acute"), ("zeile", line.as_str())];
    assert_eq!(
        submit(&app, &guide, &done).await.expect(303).location(),
        guide
    );

    let page = look(&app, &guide, "").await;
    assert!(page.contains("1 von 12 erledigt") && page.contains("(Kommune, heute"));
    let done = json!({"reason": "done"});
    app.post(&format!("{}/close", struck.path), &desk, &done)
        .await
        .expect(200);
    assert_eq!(
        app.page(&guide, "").await.expect(303).location(),
        struck.status
    );
    let open = [("phase", "acute"), ("war", line.as_str())];
    submit(&app, &guide, &open).await.expect(303);
    assert_eq!(recorded(&app, "incident.guide_reopened").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_along_sees_the_guide_and_ticks_nothing_off() {
    let app = TestApp::new().await;
    let struck = Struck::verified(&app).await;
    let reader = struck.as_provider(&app).await;
    let stranger = organisation().save(&app).await;
    let stranger = app.browse_as(Role::Requester, Some(stranger)).await;
    let guide = format!("{}/leitfaden", struck.page);
    let done = [("phase", "acute"), ("zeile", "0")];

    let page = see(&app, &struck.page, &reader).await;

    assert!(page.contains("0 von 12 erledigt") && lines(&page).is_empty());
    app.submit(&guide, &reader, &done).await.expect(403);
    app.submit(&guide, &stranger, &done).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_phase_of_the_incident_stands_first_and_is_open() {
    let app = TestApp::new().await;
    let struck = Struck::verified(&app).await;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let etag = app.get(&struck.path, &desk).await.expect(200).etag();
    let phase = json!({"phase": "rebuild"});
    app.patch(&struck.path, &desk, &etag, &phase)
        .await
        .expect(200);

    let page = look(&app, &format!("{}/leitfaden", struck.status), "").await;

    assert_eq!(page.matches("<details class=\"more\" open>").count(), 1);
    let (before, _) = page.split_once("name=\"phase\" value=\"acute\"").unwrap();
    assert!(before.contains("name=\"phase\" value=\"rebuild\""));
}

/// A town that somebody helps; their public name, and the incident.
async fn helped(scene: &Scene) -> (String, String) {
    let (incident, _) = scene.incident().await;
    let (_, id) = scene.promised(&incident, &one_need(), &yes()).await;
    let acceptance = (id.as_str(), "acceptance");
    let accepted = scene.decide(&scene.coordinator, acceptance, "accept").await;
    accepted.expect(200);
    let entry = format!("/api/v1/experts/{}", scene.helpers[0].id);
    let manager = scene.manager().await;
    let entry = scene.app.get(&entry, &manager).await.expect(200).json();
    (entry["alias"].as_str().unwrap().to_owned(), incident)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_situation_report_tells_what_is_known_and_who_helps_by_public_name() {
    let scene = Scene::with(1).await;
    let app = &scene.app;
    let house = provider(&[TOWN]).save(app).await;
    let (alias, incident) = helped(&scene).await;
    let path = format!("{INCIDENTS}/{incident}");
    let etag = app.get(&path, &scene.coordinator).await.expect(200).etag();
    let known = json!({
        "severity": 4, "systems_down": ["mail"], "measures_taken": "Xylophon gespielt",
        "insurer": {"name": "Zwiebelfisch AG"}, "tlp": "amber_strict",
    });
    app.patch(&path, &scene.coordinator, &etag, &known)
        .await
        .expect(200);
    let note = json!({"text": "Offen: Sicherungen prüfen"});
    app.post(&format!("{path}/notes"), &scene.coordinator, &note)
        .await
        .expect(201);
    let desk = app.browse_as(Role::Coordinator, None).await;
    let page = format!("/vorfaelle/{incident}/lagebericht");

    let link = see(app, &format!("/vorfaelle/{incident}"), &desk).await;
    let report = see(app, &page, &desk).await;

    assert!(link.contains(&format!("href=\"{page}\"")));
    for shown in [
        "TLP:AMBER+STRICT",
        "4 von 5",
        "Xylophon gespielt",
        "Zwiebelfisch AG",
        "Offen: Sicherungen prüfen",
        "1 von 1 Plätzen besetzt",
        alias.as_str(),
        "noch 72 Std.",
        "Weder gezahlt noch geantwortet",
        "fest zugesagt",
    ] {
        assert!(report.contains(shown), "{shown}");
    }
    for hidden in ["Quastenflosser", "9998887", "heute"] {
        assert!(!report.contains(hidden), "{hidden}");
    }
    let reader = app.browse_as(Role::MemberManager, Some(house)).await;
    let read = see(app, &page, &reader).await;
    assert!(read.contains("Xylophon gespielt"));
    assert!(!read.contains(&alias) && !read.contains("Zwiebelfisch AG"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_as_json_and_only_for_those_who_may_know_of_it() {
    let scene = Scene::with(1).await;
    let app = &scene.app;
    let (alias, incident) = helped(&scene).await;
    let path = format!("{INCIDENTS}/{incident}/situation-report");
    let stranger = organisation().with("place", "15083").save(app).await;
    let stranger = app.sign_in(Role::Requester, Some(stranger)).await;

    let report = app.get(&path, &scene.coordinator).await.expect(200).json();

    assert_eq!(report["help"][0]["people"], json!([alias]));
    assert_eq!(report["help"][0]["open"], 0);
    assert_eq!(report["read_as"], "desk");
    assert_eq!(report["next_steps"].as_array().unwrap().len(), 12);
    assert_eq!(report["incident"]["id"], json!(incident));
    let happened = report["timeline"].as_array().unwrap().iter();
    let happened: Vec<_> = happened.map(|one| &one["event"]).collect();
    assert!(
        happened.contains(&&json!("expert_committed")),
        "{happened:?}"
    );
    app.get(&path, &stranger).await.expect(404);
    let page = format!("/vorfaelle/{incident}/lagebericht");
    let session = organisation().with("place", "15084").save(app).await;
    let session = app.browse_as(Role::Requester, Some(session)).await;
    app.page(&page, &session).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_investigation_holds_back_is_in_no_report() {
    let app = TestApp::new().await;
    let struck = Struck::verified(&app).await;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let etag = app.get(&struck.path, &desk).await.expect(200).etag();
    let held = json!({"investigation_hold": true, "severity": 3, "measures_taken": "Xylophon"});
    app.patch(&struck.path, &desk, &etag, &held)
        .await
        .expect(200);
    let note = json!({"text": "Nur für uns"});
    app.post(&format!("{}/notes", struck.path), &desk, &note)
        .await
        .expect(201);
    let reader = struck.as_provider(&app).await;
    let token = app
        .sign_in(Role::MemberManager, Some(struck.provider))
        .await;

    let page = see(&app, &format!("{}/lagebericht", struck.page), &reader).await;
    let report = format!("{}/situation-report", struck.path);
    let json: Value = app.get(&report, &token).await.expect(200).json();

    assert!(page.contains("Die Polizei ermittelt"));
    for hidden in [
        "Xylophon",
        "Nur für uns",
        "verschlüsselt",
        "3 von 5",
        "Weder gezahlt",
    ] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    assert!(json["details"].is_null() && json["help"].is_null());
    assert_eq!(json["notes"], json!([]));
    assert_eq!(json["next_steps"], json!([]));
    let incident = see(&app, &struck.page, &reader).await;
    assert!(!incident.contains("Weder gezahlt"));
    // Once it is over, whoever reads along reads it.
    let etag = app.get(&struck.path, &desk).await.expect(200).etag();
    let lifted = json!({"investigation_hold": false});
    app.patch(&struck.path, &desk, &etag, &lifted)
        .await
        .expect(200);
    let json: Value = app.get(&report, &token).await.expect(200).json();
    assert!(json["details"].is_object());
    for shown in ["notes", "next_steps"] {
        assert_ne!(json[shown], json!([]), "{shown}");
    }
}
