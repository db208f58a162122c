//! Costs, times and hours as pages.

use kataster::access::Role;
use serde_json::json;

use super::requests::{look, told, town};
use crate::help::costing::{Costing, spent};

async fn manager(costing: &Costing) -> String {
    let employer = costing.scene.helpers[0].employer;
    let app = &costing.scene.app;
    app.browse_as(Role::MemberManager, Some(employer)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_is_written_sent_and_agreed_to() {
    let costing = Costing::accepted().await;
    let (town, manager) = (
        town(&costing.scene, &costing.incident).await,
        manager(&costing).await,
    );
    let hub = format!("/einsaetze/{}", costing.id);
    let page = format!("{hub}/kosten");
    assert!(
        look(&costing.scene, &hub, &town)
            .await
            .contains("Kosten des Einsatzes")
    );
    let empty = look(&costing.scene, &page, &town).await;
    assert!(empty.contains("noch keine Schätzung") && !empty.contains("Schätzung schreiben"));
    let form = format!("{page}/schaetzung");
    let shown = look(&costing.scene, &form, &manager).await;
    assert!(shown.contains("Das ist ein Vorschlag") && shown.contains("§ 8 VwVfG"));
    costing.scene.app.page(&form, &town).await.expect(404);

    let fields = [
        ("stand", "0"),
        ("zeilen", "2"),
        ("art-1", "travel"),
        ("von-1", "2026-12-01"),
        ("betrag-1", "1.234,50"),
        ("notiz-1", "Bahn <b>🚆</b>"),
        ("art-2", "other"),
        ("was", "senden"),
    ];
    let sent = costing.scene.app.submit(&form, &manager, &fields).await;
    let sent = told(&costing.scene, sent, &manager).await;
    assert!(sent.contains("Die Schätzung ist bei der Kommune."));
    let waiting = look(&costing.scene, &page, &town).await;
    assert!(waiting.contains("1.234,50\u{a0}€") && waiting.contains("Schätzung zustimmen"));
    assert!(!waiting.contains("<b>🚆"));
    let order = format!("{hub}/auftrag");
    let open = look(&costing.scene, &order, &town).await;
    assert!(open.contains("1.234,50\u{a0}€") && open.contains("Das Ja der Kommune fehlt noch."));
    let told_of = "Eine Schätzung wartet auf Ihr Ja oder Nein.";
    assert!(look(&costing.scene, &hub, &town).await.contains(told_of));
    assert!(!look(&costing.scene, &hub, &manager).await.contains(told_of));

    let step = format!("{page}/schritt");
    let agree = [("blatt", "estimate"), ("was", "agree"), ("stand", "1")];
    let agreed = costing.scene.app.submit(&step, &town, &agree).await;
    let agreed = told(&costing.scene, agreed, &town).await;
    assert!(agreed.contains("Der Schätzung ist zugestimmt."));
    let settled = look(&costing.scene, &order, &manager).await;
    assert!(settled.contains("1.234,50\u{a0}€") && !settled.contains("Das Ja der Kommune"));
    assert!(!look(&costing.scene, &hub, &town).await.contains(told_of));
    let again = costing.scene.app.submit(&step, &town, &agree).await;
    assert!(again.expect(409).text.contains("inzwischen geändert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_waits_for_nobody_while_it_is_rewritten_or_once_there_are_costs() {
    let costing = Costing::begun().await;
    let town = town(&costing.scene, &costing.incident).await;
    let hub = format!("/einsaetze/{}", costing.id);
    let said = async || {
        let page = look(&costing.scene, &hub, &town).await;
        let waits = ["Eine Schätzung wartet", "Eine Abrechnung wartet"];
        waits.map(|text| page.contains(text))
    };
    let write = async |stage: &str, version: i32, is_sent: bool| {
        let mut sheet = spent(9_000);
        sheet["send"] = json!(is_sent);
        let manager = &costing.manager;
        let written = costing.put(stage, manager, (version, &sheet)).await;
        written.expect(200);
    };

    write("estimate", 0, true).await;
    assert_eq!(said().await, [true, false]);
    write("estimate", 1, false).await;
    assert_eq!(said().await, [false, false]);
    let costs = look(&costing.scene, &format!("{hub}/kosten"), &town).await;
    assert!(costs.contains("Wird gerade überarbeitet") && !costs.contains("Schätzung zustimmen"));
    write("estimate", 2, true).await;
    write("costs", 0, false).await;
    assert_eq!(said().await, [true, false]);
    write("costs", 1, true).await;
    assert_eq!(said().await, [false, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_typed_is_lost() {
    let costing = Costing::accepted().await;
    let manager = manager(&costing).await;
    let form = format!("/einsaetze/{}/kosten/schaetzung", costing.id);
    let fields = [
        ("stand", "0"),
        ("zeilen", "2"),
        ("art-1", "travel"),
        ("von-1", "2026-12-01"),
        ("betrag-1", "zwölf Euro"),
        ("art-2", "hours"),
        ("von-2", "2026-12-01"),
        ("menge-2", "7,5"),
        ("preis-2", "1234.5"),
        ("was", "speichern"),
    ];

    let refused = costing.scene.app.submit(&form, &manager, &fields).await;

    let page = refused.expect(422).text;
    assert!(page.contains("zwölf Euro") && page.contains("1234.5"));
    assert!(page.contains("href=\"#betrag-1\"") && page.contains("id=\"betrag-1-fehler\""));
    let mut right = fields;
    right[4] = ("betrag-1", "12");
    let refused = costing.scene.app.submit(&form, &manager, &right).await;
    let page = refused.expect(422).text;
    assert!(page.contains("href=\"#art-2\"") && page.contains("Ein Blatt enthält nie beide"));
    let mut more = fields;
    more[9] = ("was", "mehr");
    let page = costing.scene.app.submit(&form, &manager, &more).await;
    assert!(page.expect(200).text.contains("name=\"art-5\""));
    let mut stale = right;
    stale[0] = ("stand", "7");
    stale[5] = ("art-2", "other");
    let conflict = costing.scene.app.submit(&form, &manager, &stale).await;
    assert!(
        conflict
            .expect(409)
            .text
            .contains("Ihre Eingaben stehen noch hier")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn costs_are_printed_and_are_no_invoice() {
    let costing = Costing::begun().await;
    let town = town(&costing.scene, &costing.incident).await;
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    costing
        .put("costs", &costing.manager, (0, &sheet))
        .await
        .expect(200);
    let page = format!("/einsaetze/{}/kosten", costing.id);

    let print = look(&costing.scene, &format!("{page}/druck"), &town).await;
    assert!(print.contains("Kostenaufstellung") && print.contains("keine Rechnung"));
    assert!(print.contains("90,00\u{a0}€") && !print.contains("Quastenflosser"));

    let step = format!("{page}/schritt");
    let query = [
        ("blatt", "actual"),
        ("was", "query"),
        ("stand", "1"),
        ("frage", " "),
    ];
    let empty = costing.scene.app.submit(&step, &town, &query).await;
    assert!(empty.expect(422).text.contains("was Sie wissen möchten"));
    let unknown = [("blatt", "actual"), ("was", "x"), ("stand", "1")];
    costing
        .scene
        .app
        .submit(&step, &town, &unknown)
        .await
        .expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_of_the_other_kind_is_offered_to_be_written_anew() {
    let costing = Costing::begun().await;
    let (town, manager) = (
        town(&costing.scene, &costing.incident).await,
        manager(&costing).await,
    );
    let mut sheet = spent(9_000);
    sheet["send"] = json!(true);
    let sent = costing.put("costs", &costing.manager, (0, &sheet)).await;
    sent.expect(200);
    let page = format!("/einsaetze/{}/kosten", costing.id);
    let accept = [("blatt", "actual"), ("was", "accept"), ("stand", "1")];

    costing.scene.becomes("gmbh").await;

    let shown = look(&costing.scene, &page, &town).await;
    assert!(!shown.contains("value=\"accept\""));
    let step = format!("{page}/schritt");
    let refused = costing.scene.app.submit(&step, &town, &accept).await;
    let refused = refused.expect(409).text;
    assert!(refused.contains("Dieses Blatt gehört zur anderen Kostenart"));
    let form = format!("{page}/aufstellung");
    let shown = look(&costing.scene, &form, &manager).await;
    assert!(shown.contains("name=\"satz\"") && !shown.contains("Bahn"));
    let fields = [
        ("stand", "1"),
        ("zeilen", "1"),
        ("art-1", "hours"),
        ("von-1", "2026-12-01"),
        ("menge-1", "8"),
        ("preis-1", "95"),
        ("satz", "19"),
        ("was", "senden"),
    ];
    let sent = costing.scene.app.submit(&form, &manager, &fields).await;
    let sent = told(&costing.scene, sent, &manager).await;
    assert!(sent.contains("904,40\u{a0}€"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_amtshilfe_is_claimed_from_the_first_cent() {
    let costing = Costing::begun().await;
    let town = town(&costing.scene, &costing.incident).await;
    let basis = costing.path("basis");
    let disaster = json!({"legal_basis": "disaster_law"});
    let app = &costing.scene.app;
    app.put(&basis, &costing.town, &disaster).await.expect(200);
    let mut sheet = spent(3_500);
    sheet["send"] = json!(true);
    let sent = costing.put("costs", &costing.manager, (0, &sheet)).await;
    sent.expect(200);

    let page = format!("/einsaetze/{}/kosten", costing.id);
    for path in [page.clone(), format!("{page}/druck")] {
        let shown = look(&costing.scene, &path, &town).await;

        assert!(shown.contains("vom ersten Cent an") && shown.contains("35,00\u{a0}€"));
        assert!(!shown.contains("Amtshilfe") && !shown.contains("Bis 35 Euro"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_written_changed_confirmed_and_struck() {
    let costing = Costing::begun().await;
    costing.scene.after(90 * 60).await;
    let (town, manager) = (
        town(&costing.scene, &costing.incident).await,
        manager(&costing).await,
    );
    let page = format!("/einsaetze/{}/zeiten", costing.id);
    let new = json!({"from": costing.at(-60), "until": costing.at(-30), "mode": "remote", "note": "Firewall"});
    let added = costing.post("times", &costing.expert, &new).await;
    let id = added.expect(201).json()["id"].as_str().unwrap().to_owned();

    let shown = look(&costing.scene, &page, &manager).await;
    assert!(shown.contains("Firewall") && shown.contains("Zeiten bestätigen"));
    let sums = look(&costing.scene, &page, &town).await;
    assert!(sums.contains("30\u{a0}Min.") && !sums.contains("Firewall"));
    let form = look(&costing.scene, &format!("{page}?aendern={id}"), &manager).await;
    assert!(form.contains("Zeit ändern") && form.contains(&format!("value=\"{id}\"")));
    let wrong = [
        ("tag", "gestern"),
        ("von", "8:00"),
        ("bis", "25:00"),
        ("notiz", "bleibt da"),
    ];
    let refused = costing.scene.app.submit(&page, &manager, &wrong).await;
    let refused = refused.expect(422).text;
    assert!(refused.contains("bleibt da") && refused.contains("id=\"bis-fehler\""));
    let confirm = format!("{page}/bestaetigen");
    let confirmed = costing.scene.app.submit(&confirm, &manager, &[]).await;
    let confirmed = told(&costing.scene, confirmed, &manager).await;
    assert!(confirmed.contains("Vom Arbeitgeber bestätigt"));
    let strike = format!("{page}/{id}/entfernen");
    costing
        .scene
        .app
        .submit(&strike, &town, &[])
        .await
        .expect(403);
    let struck = costing.scene.app.submit(&strike, &manager, &[]).await;
    let struck = told(&costing.scene, struck, &manager).await;
    assert!(struck.contains("noch nichts aufgeschrieben"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_sees_what_it_gives_and_the_desk_a_table() {
    let costing = Costing::begun().await;
    let manager = manager(&costing).await;
    let path = "/organisation/geben-und-nehmen";

    let own = look(&costing.scene, path, &manager).await;
    assert!(own.contains("in einem Einsatz") && own.contains("geschätzt"));
    assert!(own.contains("ab fünf Einsätzen"));
    let desk = costing.scene.app.browse_as(Role::Coordinator, None).await;
    let all = look(&costing.scene, path, &desk).await;
    assert!(all.contains("<table") && all.contains("Rechenzentrum Musterland"));
}
