//! The page of an incident for those who care for it, and the form of what is known.

use kataster::access::Role;
use serde_json::json;

use super::help::{see, text};
use crate::emergency::{provider, town};
use crate::help::{INCIDENTS, TOWN, unverified};
use crate::support::TestApp;

/// A verified incident of a town with a provider: its page, and sessions of the town, the desk and the provider.
async fn incident(app: &TestApp) -> (String, [String; 3]) {
    let own = town().save(app).await;
    let house = provider(&[TOWN]).save(app).await;
    let (id, _) = unverified(app).await;
    let desk = app.sign_in(Role::Coordinator, None).await;
    let known = json!({"method": "known_person", "reason": "Stimme erkannt"});
    app.post(&format!("{INCIDENTS}/{id}/verify"), &desk, &known)
        .await
        .expect(200);
    let sessions = [
        app.browse_as(Role::Requester, Some(own)).await,
        app.browse_as(Role::Coordinator, None).await,
        app.browse_as(Role::MemberManager, Some(house)).await,
    ];
    (format!("/vorfaelle/{id}"), sessions)
}

/// The hidden field of a form.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_kept_and_somebody_elses_change_is_not_lost() {
    let app = TestApp::new().await;
    let (path, [town, desk, provider]) = incident(&app).await;
    let form = format!("{path}/angaben");
    let begun = hidden(&see(&app, &form, &town).await, "stand");
    let fields = |stand: &str, measures: &str| {
        [
            ("stand", stand.to_owned()),
            ("phase", "emergency".to_owned()),
            ("schwere", "4".to_owned()),
            ("betroffen", "mail".to_owned()),
            ("verfahren", "Einwohnermeldewesen\r\n".to_owned()),
            ("massnahmen", measures.to_owned()),
            ("personendaten", "yes".to_owned()),
            ("versicherung", "Zwiebelfisch AG".to_owned()),
            ("police", "CY-4711".to_owned()),
            ("tlp", "red".to_owned()),
            ("landesstelle", "ja".to_owned()),
            ("dienstleister", "ja".to_owned()),
        ]
    };
    let send = async |session: &str, fields: &[(&'static str, String)]| {
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        app.submit(&form, session, &fields).await
    };

    send(&desk, &fields(&begun, "Netz getrennt"))
        .await
        .expect(303);
    let lost = send(&town, &fields(&begun, "Xylophon gespielt"))
        .await
        .expect(409);

    let again = text(&lost);
    assert!(again.contains("inzwischen geändert") && again.contains("Xylophon gespielt"));
    let stand = hidden(&again, "stand");
    send(&town, &fields(&stand, "Xylophon gespielt"))
        .await
        .expect(303);
    let page = see(&app, &path, &town).await;
    for shown in [
        "Xylophon gespielt",
        "Zwiebelfisch AG",
        "CY-4711",
        "4 von 5",
        "RED",
        "Angaben geändert",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let seen = see(&app, &path, &provider).await;
    assert!(seen.contains("Xylophon gespielt") && !seen.contains("Zwiebelfisch AG"));
    app.page(&form, &provider).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field() {
    let app = TestApp::new().await;
    let (path, [town, ..]) = incident(&app).await;
    let form = format!("{path}/angaben");
    let stand = hidden(&see(&app, &form, &town).await, "stand");
    let fields = [
        ("stand", stand.as_str()),
        ("verfahren", "Zauberei"),
        ("bekannt", "2099-01-01T00:00"),
        ("police", "CY-4711"),
        ("massnahmen", "Xylophon"),
    ];

    let wrong = text(&app.submit(&form, &town, &fields).await.expect(422));

    for field in ["verfahren", "bekannt", "versicherung"] {
        assert!(wrong.contains(&format!("id=\"{field}-fehler\"")), "{field}");
    }
    assert!(wrong.contains("Xylophon") && hidden(&wrong, "stand") == stand);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_written_once_and_its_time_is_in_the_course_of_things() {
    let app = TestApp::new().await;
    let (path, [town, desk, provider]) = incident(&app).await;
    let notes = format!("{path}/notizen");
    let token = hidden(&see(&app, &path, &provider).await, "formular");
    let fields = [
        ("formular", token.as_str()),
        ("notiz", "Xylophon übergeben"),
    ];

    for _ in 0..2 {
        app.submit(&notes, &provider, &fields).await.expect(303);
    }

    let page = see(&app, &path, &town).await;
    assert_eq!(page.matches("Xylophon übergeben").count(), 1);
    assert!(page.contains("Notiz hinzugefügt") && page.contains("IT-Dienstleister,"));
    let empty = [("formular", "x"), ("notiz", " ")];
    let wrong = text(&app.submit(&notes, &desk, &empty).await.expect(422));
    assert!(wrong.contains("id=\"notiz-fehler\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_left_is_told_in_words_until_the_report_is_made() {
    let app = TestApp::new().await;
    let own = town().save(&app).await;
    let (id, _) = unverified(&app).await;
    let path = format!("/vorfaelle/{id}");
    // A session does not last so long.
    let after = async |hours: i64| {
        let now = app.state.db.clock().now();
        app.clock.set(now.plus_seconds(hours * 3_600));
        let town = app.browse_as(Role::Requester, Some(own)).await;
        (see(&app, &path, &town).await, town)
    };
    assert!(after(0).await.0.contains("noch 72 Std."));
    assert!(after(71).await.0.contains("noch 1 Std. 0 Min."));
    let (over, town) = after(4).await;
    assert!(over.contains("überfällig seit 3 Stunden"));

    let done = format!("{path}/fristen/gdpr_72h");
    app.submit(&done, &town, &[]).await.expect(303);

    let page = see(&app, &path, &town).await;
    assert!(page.contains("Meldung abgegeben am: heute") && page.contains("eingetragen: Kommune"));
    assert!(!page.contains("überfällig") && !page.contains(&done));
    app.submit(&done, &town, &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_is_named_and_sees_no_details_of_an_investigation() {
    let app = TestApp::new().await;
    let (path, [town, desk, provider]) = incident(&app).await;
    let seen = see(&app, &path, &provider).await;
    assert!(seen.contains("Dateien verschlüsselt"));
    for (session, is_let) in [(&town, true), (&desk, true), (&provider, false)] {
        let page = see(&app, &path, session).await;
        assert!(page.contains("IT-Dienstleister Rechenzentrum Musterland ist informiert."));
        assert!(page.contains("Datenschutzaufsicht") && page.contains("Zuletzt geprüft"));
        for form in ["/angaben\"", "/schliessen\"", "/kontakt\"", "/fristen/"] {
            assert_eq!(page.contains(form), is_let, "{form}");
        }
    }
    let form = format!("{path}/angaben");
    let stand = hidden(&see(&app, &form, &town).await, "stand");
    let fields = [
        ("stand", stand.as_str()),
        ("ermittlungen", "ja"),
        ("dienstleister", "ja"),
    ];
    app.submit(&form, &town, &fields).await.expect(303);

    let held = see(&app, &path, &provider).await;

    assert!(held.contains("Die Polizei ermittelt") && held.contains("noch 72 Std."));
    for hidden in ["Dateien verschlüsselt", "/notizen", "Angaben geändert"] {
        assert!(!held.contains(hidden), "{hidden}");
    }
    let list = see(&app, "/vorfaelle", &provider).await;
    assert!(list.contains("ohne Einzelheiten") && !list.contains("Dateien verschlüsselt"));
    let notes = [("formular", "x"), ("notiz", "Hallo")];
    app.submit(&format!("{path}/notizen"), &provider, &notes)
        .await
        .expect(403);
    assert!(
        see(&app, &path, &town)
            .await
            .contains("Dateien verschlüsselt")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_is_offered_its_own_reasons_and_no_form_after_the_end() {
    let app = TestApp::new().await;
    let (path, [town, desk, _]) = incident(&app).await;
    let close = format!("{path}/schliessen");
    assert!(see(&app, &path, &desk).await.contains("grund-not_genuine"));
    assert!(!see(&app, &path, &town).await.contains("grund-not_genuine"));
    app.submit(&close, &town, &[("grund", "not_genuine")])
        .await
        .expect(422);

    app.submit(&close, &town, &[("grund", "withdrawn")])
        .await
        .expect(303);

    let over = see(&app, &path, &town).await;
    for form in ["/angaben\"", "/notizen\"", "/schliessen\""] {
        assert!(!over.contains(form), "{form}");
    }
    app.page(&format!("{path}/angaben"), &town)
        .await
        .expect(409);
}
