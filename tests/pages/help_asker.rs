//! What whoever asked does on the status page: takes the request back, says who reads along, sees whom to call.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use serde_json::json;

use super::help::{TOWN, look, send};
use crate::emergency::{provider, recorded};
use crate::help::scene::{Scene, one_need};
use crate::help::{INCIDENTS, ask, new_incident};
use crate::support::{Answer, TestApp};

/// A request of somebody, and what its phone keeps.
struct Asked {
    page: String,
    phone: String,
    id: String,
    desk: String,
}

const FIELDS: [(&str, &str); 3] = [
    ("symptom", "files-encrypted"),
    ("near", TOWN),
    ("telefon", "0171 9998887"),
];

impl Asked {
    async fn new(app: &TestApp) -> Self {
        Self::with(app, &[]).await
    }

    /// With more in the form.
    async fn with(app: &TestApp, more: &[(&str, &str)]) -> Self {
        let fields = [&FIELDS[..], more].concat();
        let sent = send(app, &fields).await.expect(303);
        let desk = app.sign_in(Role::Coordinator, None).await;
        let listed = app.get(INCIDENTS, &desk).await.expect(200).json();
        Self {
            page: sent.location().to_owned(),
            phone: sent.cookie("hilfe").unwrap(),
            id: listed["items"][0]["id"].as_str().unwrap().to_owned(),
            desk,
        }
    }

    fn path(&self) -> String {
        format!("{INCIDENTS}/{}", self.id)
    }

    async fn verify(&self, app: &TestApp) {
        let known = json!({"method": "known_person", "reason": "kenne ich seit Jahren"});
        let path = format!("{}/verify", self.path());
        app.post(&path, &self.desk, &known).await.expect(200);
    }

    /// The code as it stands on the phone that asked.
    async fn code(&self, app: &TestApp) -> String {
        let page = look(app, &self.page, &self.phone).await;
        let (_, rest) = page.split_once("class=\"spoken\">").unwrap();
        rest.split('<').next().unwrap().to_owned()
    }

    /// Sends a form of the status page.
    async fn submit(
        &self,
        app: &TestApp,
        (form, cookie): (&str, &str),
        fields: &[(&str, &str)],
    ) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept-language", "de"),
            ("sec-fetch-site", "same-origin"),
            ("cookie", cookie),
        ];
        let path = format!("{}/{form}", self.page);
        app.send(Method::POST, &path, &headers, body.into()).await
    }

    async fn withdraw(&self, app: &TestApp, cookie: &str, code: &str) -> Answer {
        let form = ("zurueckziehen", cookie);
        self.submit(app, form, &[("code", code)]).await
    }

    async fn state(&self, app: &TestApp) -> String {
        let shown = app.get(&self.path(), &self.desk).await.expect(200).json();
        shown["state"].as_str().unwrap().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_phone_that_asked_takes_an_unverified_request_back() {
    let app = TestApp::new().await;
    let asked = Asked::new(&app).await;
    let page = look(&app, &asked.page, &asked.phone).await;
    let step = format!("{}/zurueckziehen", asked.page);
    assert!(page.contains(&format!("href=\"{step}\"")));
    let question = look(&app, &step, &asked.phone).await;
    assert!(question.contains("Anfrage jetzt zurückziehen") && !question.contains("name=\"code\""));
    assert_eq!(asked.state(&app).await, "unverified");

    let done = asked.withdraw(&app, &asked.phone, "").await.expect(303);

    assert_eq!(done.location(), asked.page);
    let page = look(&app, &asked.page, "").await;
    assert!(page.contains("Diese Anfrage ist zurückgezogen"));
    let shown = app.get(&asked.path(), &asked.desk).await.expect(200).json();
    assert_eq!(shown["closed_as"], "withdrawn");
    // Sent twice it is taken back once, and there is nothing left to ask.
    asked.withdraw(&app, &asked.phone, "").await.expect(303);
    let headers = [("cookie", asked.phone.as_str())];
    let again = app.send(Method::GET, &step, &headers, Body::empty()).await;
    assert_eq!(again.expect(303).location(), asked.page);
    assert_eq!(recorded(&app, "incident.closed").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_link_alone_needs_the_code_and_has_five_tries() {
    let app = TestApp::new().await;
    let asked = Asked::new(&app).await;
    let step = format!("{}/zurueckziehen", asked.page);
    assert!(look(&app, &step, "").await.contains("name=\"code\""));

    let short = asked.withdraw(&app, "", "123").await.expect(422).text;
    assert!(short.contains("sechs Ziffern"));
    for left in [4, 3, 2] {
        let wrong = asked.withdraw(&app, "", "000 000").await.expect(422).text;
        assert!(wrong.contains(&format!("{left} Versuche")), "{left}");
    }
    asked.withdraw(&app, "", "000 000").await.expect(422);
    asked.withdraw(&app, "", "000 000").await.expect(422);
    let code = asked.code(&app).await;
    let locked = asked.withdraw(&app, "", &code).await.expect(422).text;

    assert!(locked.contains("Zu viele falsche Codes"));
    assert_eq!(recorded(&app, "incident.code_refused").await.len(), 5);
    assert_eq!(asked.state(&app).await, "unverified");
    // The phone that asked needs none.
    asked.withdraw(&app, &asked.phone, "").await.expect(303);
    assert_eq!(asked.state(&app).await, "closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn once_verified_the_phone_that_asked_is_enough_and_others_type_the_code() {
    let app = TestApp::new().await;
    let asked = Asked::new(&app).await;
    asked.verify(&app).await;
    let step = format!("{}/zurueckziehen", asked.page);
    assert!(look(&app, &step, "").await.contains("name=\"code\""));
    let question = look(&app, &step, &asked.phone).await;
    assert!(question.contains("Anfrage jetzt zurückziehen") && !question.contains("name=\"code\""));

    asked.withdraw(&app, "", "").await.expect(422);
    assert_eq!(asked.state(&app).await, "verified");
    asked.withdraw(&app, &asked.phone, "").await.expect(303);

    assert_eq!(asked.state(&app).await, "closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_asked_is_stood_down_when_the_town_takes_its_request_back() {
    let scene = Scene::with(2).await;
    let (incident, held) = scene.incident().await;
    let request = scene.request(&incident, &json!([one_need()])).await;
    scene.begin(&request).await;
    let link = scene.asked()[0].1.clone();
    let url = held["status_url"].as_str().unwrap();
    let path = format!("{}/zurueckziehen", &url[url.find("/hilfe/").unwrap()..]);
    let code = held["spoken_code"].as_str().unwrap();

    super::help::submit(&scene.app, &path, &[("code", code)])
        .await
        .expect(303);
    scene.run().await;

    assert_eq!(scene.show(&request).await["state"], "stood_down");
    let late = scene.answer(&link, &json!({"answer": "first_call"})).await;
    late.expect(409);
    let states = scene.states(&request).await;
    assert!(
        states.iter().all(|state| state == "stood_down"),
        "{states:?}"
    );
    let closed = recorded(&scene.app, "incident.closed").await;
    assert_eq!(closed.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_opens_nothing_takes_nothing_back() {
    let app = TestApp::new().await;
    for form in ["zurueckziehen", "mitlesen"] {
        let path = format!("/hilfe/{}/{form}", "0".repeat(64));
        super::help::submit(&app, &path, &[]).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_says_on_its_page_who_reads_along() {
    let app = TestApp::new().await;
    let house = provider(&[TOWN]).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let asked = Asked::new(&app).await;
    let page = look(&app, &asked.page, &asked.phone).await;
    assert!(
        !page.contains("name=\"mitlesen\""),
        "nobody is named before"
    );
    let boxes = [("gefragt", "dienstleister"), ("gefragt", "land")];
    let form = ("mitlesen", asked.phone.as_str());
    asked.submit(&app, form, &boxes).await.expect(404);
    asked.verify(&app).await;
    let page = look(&app, &asked.page, &asked.phone).await;
    for who in ["dienstleister", "land"] {
        assert!(page.contains(&format!("name=\"mitlesen\" value=\"{who}\" checked")));
    }
    app.get(&asked.path(), &manager).await.expect(200);

    // From another phone the code is needed.
    asked
        .submit(&app, ("mitlesen", ""), &boxes)
        .await
        .expect(422);
    asked.submit(&app, form, &boxes).await.expect(303);

    app.get(&asked.path(), &manager).await.expect(404);
    let listed = app.get(INCIDENTS, &manager).await.expect(200).json();
    assert_eq!(listed["items"], json!([]));
    let shown = app.get(&asked.path(), &asked.desk).await.expect(200).json();
    assert_eq!(
        (&shown["land_liaison"], &shown["home_provider"]),
        (&json!(false), &json!(false))
    );
    let code = asked.code(&app).await;
    let ticked = [
        &boxes[..],
        &[("mitlesen", "dienstleister"), ("code", code.as_str())],
    ]
    .concat();
    asked
        .submit(&app, ("mitlesen", ""), &ticked)
        .await
        .expect(303);
    app.get(&asked.path(), &manager).await.expect(200);
    // It was told when the town was verified, and is not told again.
    assert_eq!(recorded(&app, "incident.provider_told").await.len(), 1);
    assert_eq!(recorded(&app, "incident.updated").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_was_unticked_in_the_form_is_not_told() {
    let app = TestApp::new().await;
    let house = provider(&[TOWN]).save(&app).await;
    let manager = app.sign_in(Role::MemberManager, Some(house)).await;
    let form = look(&app, "/hilfe?symptom=files-encrypted", "").await;
    assert!(form.contains("name=\"mitlesen\" value=\"dienstleister\" checked"));
    let unticked = [
        ("gefragt", "dienstleister"),
        ("gefragt", "land"),
        ("mitlesen", "land"),
    ];

    let asked = Asked::with(&app, &unticked).await;
    asked.verify(&app).await;

    assert_eq!(recorded(&app, "incident.provider_told").await.len(), 0);
    app.get(&asked.path(), &manager).await.expect(404);
    let shown = app.get(&asked.path(), &asked.desk).await.expect(200).json();
    assert_eq!(shown["land_liaison"], true);
    let boxes = [("gefragt", "dienstleister"), ("mitlesen", "dienstleister")];
    let form = ("mitlesen", asked.phone.as_str());
    asked.submit(&app, form, &boxes).await.expect(303);
    assert_eq!(recorded(&app, "incident.provider_told").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_of_calls_names_the_insurer_and_the_policy_to_who_asked() {
    let app = TestApp::new().await;
    let asked = Asked::new(&app).await;
    asked.verify(&app).await;
    let etag = app.get(&asked.path(), &asked.desk).await.expect(200).etag();
    let insured = json!({"insurer": {"name": "Zwiebelfisch AG", "policy_number": "CY-4711", "phone": "030 1234567"}});
    app.patch(&asked.path(), &asked.desk, &etag, &insured)
        .await
        .expect(200);

    let own = look(&app, &asked.page, &asked.phone).await;
    let other = look(&app, &asked.page, "").await;

    for page in [&own, &other] {
        assert!(page.contains("Zwiebelfisch AG") && page.contains("tel:+49301234567"));
    }
    assert!(own.contains("Police CY-4711") && !other.contains("CY-4711"));
    let unverified = ask(&app, &new_incident()).await.expect(201).json();
    let url = unverified["status_url"].as_str().unwrap();
    let page = look(&app, &url[url.find("/hilfe/").unwrap()..], "").await;
    assert!(!page.contains("Zwiebelfisch"));
}
