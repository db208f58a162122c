//! Who reads what was said, and what leaves as a file.

use kataster::access::Role;

use super::{Said, question};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_or_writes() {
    let said = Said::committed().await;
    let app = &said.scene.app;
    let other = crate::support::organisation()
        .with("place", "15083")
        .save(app)
        .await;
    let export = format!("{}/export", said.path());

    for role in [Role::MemberManager, Role::Requester, Role::Expert] {
        let stranger = app.sign_in(role, Some(other)).await;
        app.get(&said.path(), &stranger).await.expect(404);
        app.get(&export, &stranger).await.expect(404);
        said.write(&stranger, &question()).await.expect(404);
    }
    for role in [Role::Auditor, Role::Vetter] {
        let stranger = app.sign_in(role, None).await;
        app.get(&said.path(), &stranger).await.expect(403);
        said.write(&stranger, &question()).await.expect(403);
    }
    assert_eq!(said.messages().await.len(), 4);
    let desk = said.write(&said.scene.coordinator, &question()).await;
    assert_eq!(desk.expect(201).json()["side"], "coordinator");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_fits_its_schema_and_names_nobody() {
    let said = Said::yes().await;
    let early = said.export(&said.manager).await;
    let text = early.to_string();
    assert!(!text.contains("inc_") && !text.contains("Köthen"), "{text}");

    said.decide(&said.manager, "release", "release").await;
    said.decide(&said.town, "acceptance", "accept").await;
    said.write(&said.town, &question()).await.expect(201);

    for who in [&said.town, &said.manager, &said.scene.coordinator] {
        let export = said.export(who).await;
        let messages = export["ResourceMessage"].as_array().unwrap();
        assert_eq!(messages.len(), 5);
        let last = &messages[4];
        assert_eq!(last["MessageContentType"], "RequestInformation");
        assert_eq!(last["MessageDescription"], "Wo steht der Schlüsseltresor?");
        assert_eq!(last["OriginatingMessageID"], messages[0]["MessageID"]);
        assert_eq!(last["IncidentInformation"][0]["IncidentID"], said.incident);
        let sent = last["SentDateTime"].as_str().unwrap();
        assert!(!sent.ends_with('Z'), "{sent}");
        let resource = &last["ResourceInformation"][0];
        assert_eq!(resource["Resource"]["Keyword"][0], "domain:backup-restore");
        assert_eq!(resource["AssignmentInformation"]["OrderID"], said.id);
        let text = export.to_string();
        for detail in ["Quastenflosser", "Xylofanie", "9998887", "2312500", "acc_"] {
            assert!(!text.contains(detail), "{detail}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_manages_the_town_itself_reads_neither_who_sends_somebody_nor_what_is_written() {
    let said = Said::yes().await;
    said.decide(&said.manager, "release", "release").await;
    let app = &said.scene.app;
    let town = said.scene.town_id(&said.incident).await;
    let manager = app.sign_in(Role::MemberManager, Some(town)).await;

    let before = said.export(&manager).await.to_string();
    let house = said.export(&said.manager).await.to_string();
    assert!(!before.contains("RespondingOrg"), "{before}");
    assert!(house.contains("RespondingOrg"), "{house}");

    said.decide(&said.town, "acceptance", "accept").await;
    said.write(&said.town, &question()).await.expect(201);

    let after = said.export(&manager).await.to_string();
    let list = app.get(&said.path(), &manager).await.expect(200).text;
    for read in [&after, &list] {
        assert!(!read.contains("RespondingOrg") && !read.contains("Schlüsseltresor"));
    }
    said.write(&manager, &question()).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_police_investigates_who_sends_somebody_reads_no_words() {
    let said = Said::committed().await;
    said.write(&said.town, &question()).await.expect(201);
    let app = &said.scene.app;
    said.scene.hold(&said.incident, &said.town).await;

    let export = format!("{}/export", said.path());
    let reads = async |who: &str| {
        let list = app.get(&said.path(), who).await.expect(200).text;
        let export = app.get(&export, who).await.expect(200).text;
        [list, export].map(|text| text.contains("Schlüsseltresor"))
    };

    assert_eq!(reads(&said.manager).await, [false, false]);
    assert_eq!(reads(&said.town).await, [true, false]);
    assert_eq!(reads(&said.scene.coordinator).await, [true, false]);
}
