//! `/organisation/bericht`

use kataster::access::Role;

use crate::support::{TestApp, expert, organisation};

const PATH: &str = "/organisation/bericht";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_of_four_and_why_and_of_five_only_what_names_nobody() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    let manager = app.browse_as(Role::MemberManager, Some(house)).await;
    for _ in 0..3 {
        expert(house).save(&app).await;
    }
    expert(house).draft(&app).await;
    for _ in 0..3 {
        expert(house).capacity(2).save(&app).await;
    }

    let four = app.page(PATH, &manager).await.expect(200).text;
    assert!(four.contains("weniger als fünf Personen"), "{four}");
    assert!(!four.contains("<dl"), "no figure of four: {four}");

    expert(house).draft(&app).await;
    let five = app.page(PATH, &manager).await.expect(200).text;
    assert!(
        five.contains("5 Personen") && five.contains("3 Teamkapazitäten"),
        "{five}"
    );
    // Three fresh and two never confirmed: telling the three would tell the two.
    assert!(
        !five.contains("<dd>3</dd>") && !five.contains("<dd>2</dd>"),
        "{five}"
    );
    assert!(five.contains("<dd>5</dd>"), "all five are released: {five}");
    for name in ["Erika", "Mustermann", "K-", "exp_"] {
        assert!(!five.contains(name), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_follows_the_clock() {
    let app = TestApp::new().await;
    let house = organisation().save(&app).await;
    for _ in 0..5 {
        expert(house).save(&app).await;
    }
    let line = async |label: &str| {
        let manager = app.browse_as(Role::MemberManager, Some(house)).await;
        let page = app.page(PATH, &manager).await.expect(200).text;
        let (_, rest) = page.split_once(&format!("<dt>{label}</dt><dd>")).unwrap();
        rest.split('<').next().unwrap().to_owned()
    };

    assert_eq!(line("In den letzten vier Monaten bestätigt").await, "5");
    app.move_days(120);
    assert_eq!(line("In den letzten vier Monaten bestätigt").await, "0");
    assert_eq!(line("Bestätigung ist fällig").await, "5");
    app.move_days(245);
    assert_eq!(line("Länger als ein Jahr oder nie bestätigt").await, "5");
    app.move_days(2 * 365 + 170);
    assert_eq!(line("Nicht aufgenommen").await, "5");
    assert_eq!(line("Nicht freigegeben").await, "5");
}
