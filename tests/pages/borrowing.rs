//! Offers on the pages of the town that asks and of the house that answers.

use kataster::access::Role;

use super::requests::{look, told, town};
use crate::help::borrowing::Lender;

const HOUSE: &str = "/organisation/angebote/anfragen";

async fn manager(lender: &Lender) -> String {
    let house = Some(lender.house);
    lender.scene.app.browse_as(Role::MemberManager, house).await
}

/// The id in the first address of what can be done.
fn id(page: &str) -> String {
    let (_, rest) = page.split_once("/angebotsanfragen/").unwrap();
    rest.split('/').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_asks_and_the_house_answers_with_one_tap() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let (town, manager) = (town(scene, &incident).await, manager(&lender).await);
    let list = format!("/vorfaelle/{incident}/angebote");
    let page = look(scene, &format!("/vorfaelle/{incident}"), &town).await;
    assert!(page.contains(&list));
    let page = look(scene, &list, &town).await;
    assert!(page.contains("Arbeitsplätze mit Telefon"));
    assert!(!page.contains("Rechenzentrum Musterland"));
    let form = format!("{list}/{}", lender.offer);
    let page = look(scene, &form, &town).await;
    assert!(page.contains("Frühestens") && page.contains("nur zusätzliche Kosten"));

    let fields = [("menge", "8"), ("ab", ""), ("tage", "5"), ("nachricht", "")];
    let asked = scene.app.submit(&form, &town, &fields).await;

    let page = told(scene, asked, &town).await;
    assert!(page.contains("Angefragt. Das Haus wird benachrichtigt."));
    assert!(page.contains("Angefragt, Antwort bis"));
    let id = id(&page);
    let again = scene.app.submit(&form, &town, &fields).await;
    let page = told(scene, again, &town).await;
    assert!(page.contains("haben Sie schon angefragt"));
    let page = look(scene, HOUSE, &manager).await;
    assert!(page.contains("Landkreis Anhalt-Bitterfeld") && !page.contains("Köthen"));
    let answer = format!("/angebotsanfragen/{id}/antwort");
    let yes = [("antwort", "accept")];
    let answered = scene.app.submit(&answer, &manager, &yes).await;
    let page = told(scene, answered, &manager).await;
    assert!(page.contains("Beide Seiten sehen jetzt, wen sie anrufen."));
    assert!(page.contains("Köthen"));
    let late = scene.app.submit(&answer, &manager, &yes).await;
    let page = told(scene, late, &manager).await;
    assert!(page.contains("Das ging nicht mehr"));
    let page = look(scene, &format!("/vorfaelle/{incident}"), &town).await;
    assert!(page.contains("Ein Angebot ist zugesagt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_the_other_behind_a_button_and_end_it() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let (town, manager) = (town(scene, &incident).await, manager(&lender).await);
    let id = lender.asked(&incident, 12).await;
    let contact = format!("/angebotsanfragen/{id}/kontakt");
    let early = scene.app.submit(&contact, &town, &[]).await;
    let page = told(scene, early, &town).await;
    assert!(page.contains("Das ging nicht mehr"));
    lender.answer(&id, "accept").await.expect(200);
    let list = format!("/vorfaelle/{incident}/angebote");
    let page = look(scene, &list, &town).await;
    assert!(page.contains("Kontakt ansehen") && !page.contains("Quastenflosser"));

    let house = scene.app.submit(&contact, &town, &[]).await.expect(200);
    let asker = scene.app.submit(&contact, &manager, &[]).await.expect(200);

    assert!(house.text.contains("Rechenzentrum Musterland"));
    assert!(asker.text.contains("Xylofanie Quastenflosser"));
    scene.after(4 * 3_600).await;
    let town = super::requests::town(scene, &incident).await;
    let manager = self::manager(&lender).await;
    let begun = format!("/angebotsanfragen/{id}/beginn");
    let begun = scene.app.submit(&begun, &town, &[]).await;
    let page = told(scene, begun, &town).await;
    assert!(page.contains("Das Angebot wird jetzt genutzt."));
    let page = look(scene, HOUSE, &manager).await;
    assert!(page.contains("In Benutzung"));
    let ended = format!("/angebotsanfragen/{id}/ende");
    let ended = scene.app.submit(&ended, &town, &[]).await;
    let page = told(scene, ended, &town).await;
    assert!(page.contains("Zurückgegeben"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let (town, manager) = (town(scene, &incident).await, manager(&lender).await);
    let form = format!("/vorfaelle/{incident}/angebote/{}", lender.offer);
    let fields = [
        ("menge", "13"),
        ("ab", "2020-01-01T08:00"),
        ("tage", "61"),
        ("nachricht", ""),
    ];

    let wrong = scene.app.submit(&form, &town, &fields).await.expect(422);

    for field in ["menge", "ab", "tage"] {
        let at = format!("id=\"{field}-fehler\"");
        assert!(wrong.text.contains(&at), "{field}");
    }
    assert!(wrong.text.contains("value=\"13\""));
    let fields = [
        ("menge", "12"),
        ("ab", ""),
        ("tage", "5"),
        ("nachricht", "Die Stadt Köthen braucht das."),
    ];
    let named = scene.app.submit(&form, &town, &fields).await.expect(422);
    assert!(named.text.contains("id=\"nachricht-fehler\""));
    let id = lender.asked(&incident, 6).await;
    let answer = format!("/angebotsanfragen/{id}/antwort");
    let more = [("antwort", "accept"), ("menge", "7")];
    let wrong = scene.app.submit(&answer, &manager, &more).await.expect(422);
    assert!(wrong.text.contains(&format!("id=\"menge-{id}-fehler\"")));
    lender.answer(&id, "accept").await.expect(200);
    let extend = format!("/angebotsanfragen/{id}/verlaengerung");
    let wrong = scene.app.submit(&extend, &town, &[("tage", "99")]).await;
    let wrong = wrong.expect(422);
    assert!(wrong.text.contains(&format!("id=\"tage-{id}-fehler\"")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_asks_for_a_town_and_sees_whose_the_offer_is() {
    let lender = Lender::with(12).await;
    let scene = &lender.scene;
    let (incident, _) = scene.incident().await;
    let desk = scene.app.browse_as(Role::Coordinator, None).await;

    let page = look(scene, &format!("/vorfaelle/{incident}/angebote"), &desk).await;

    assert!(page.contains("Rechenzentrum Musterland"));
    let id = lender.asked(&incident, 12).await;
    lender.answer(&id, "accept").await.expect(200);
    let page = look(scene, &format!("/vorfaelle/{incident}/angebote"), &desk).await;
    assert!(page.contains("Zugesagt") && !page.contains("/kontakt"));
    let narrowed = format!("/vorfaelle/{incident}/angebote?kind=devices");
    let page = look(scene, &narrowed, &desk).await;
    assert!(page.contains("Zurzeit passt kein Angebot."));
}
