//! What is read, and what is refused.

use axum::body::Body;
use axum::http::Method;
use kataster::access::Role;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sea_orm::EntityTrait;

use super::{HEADER, errors, file, form, form_type, person, upload};
use crate::support::{TestApp, organisation};

async fn manager() -> (TestApp, String) {
    let app = TestApp::new().await;
    let organisation = organisation().save(&app).await;
    let token = app.sign_in(Role::MemberManager, Some(organisation)).await;
    (app, token)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_template_is_a_file_that_can_be_imported() {
    let (app, token) = manager().await;

    let template = app
        .get("/api/v1/imports/template.csv", &token)
        .await
        .expect(200);

    assert_eq!(template.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(template.text.lines().count(), 2);
    assert!(
        template
            .text
            .starts_with("\u{feff}Kennung;Art;Vorname;Nachname;"),
        "{}",
        template.text
    );
    let import = upload(&app, &token, template.text).await.expect(201).json();
    assert_eq!(
        (&import["rows"], &import["new"], &import["changed"]),
        (&1.into(), &1.into(), &0.into()),
        "{import}"
    );
    assert_eq!(errors(&import), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_excel_in_germany_is_read() {
    let (app, token) = manager().await;
    let text = file(&[person("Müller"), person("Weiß")]);
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);

    let import = upload(&app, &token, windows).await.expect(201).json();

    assert_eq!((&import["new"], errors(&import)), (&2.into(), vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_is_read_with_its_days_and_numbers() {
    let (app, token) = manager().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "Nachname",
        "Vorname",
        "Mail",
        "Kurzbeschreibung",
        "Skills",
        "AGS",
        "Mode",
        "Umkreis",
        "Verfügbarkeit",
        "Verfügbar ab",
    ];
    sheet.write_row(0, 0, header).unwrap();
    sheet
        .write_row(
            1,
            0,
            [
                "Müller 🚒",
                "Erika",
                "erika@example.org",
                "Datensicherung",
                "Veeam:3",
            ],
        )
        .unwrap();
    sheet.write(1, 5, 5_954_036).unwrap();
    sheet.write(1, 6, "remote").unwrap();
    sheet.write(1, 7, 150).unwrap();
    sheet.write(1, 8, "später").unwrap();
    let day = ExcelDateTime::from_ymd(2027, 1, 4).unwrap();
    sheet
        .write_with_format(1, 9, &day, &Format::new().set_num_format("dd.mm.yyyy"))
        .unwrap();

    let import = upload(&app, &token, book.save_to_buffer().unwrap())
        .await
        .expect(201)
        .json();

    assert_eq!((&import["new"], errors(&import)), (&1.into(), vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_table_is_refused_with_what_to_do() {
    let (app, token) = manager().await;
    let cases: [(&[u8], &str); 4] = [
        (b"", "the file is empty"),
        (HEADER.as_bytes(), "header but no rows"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
        (b"PK\x03\x04abc", "neither CSV nor XLSX"),
    ];

    for (file, detail) in cases {
        let answer = upload(&app, &token, file).await.expect(422);

        assert_eq!(answer.pointers(), ["/file"]);
        assert!(answer.text.contains(detail), "{}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_long_a_file_is_refused() {
    let (app, token) = manager().await;
    let long = vec![b'a'; 6 * 1024 * 1024];

    upload(&app, &token, &long).await.expect(413);
    upload(&app, &token, &long[..=5 * 1024 * 1024])
        .await
        .expect(413);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_form_with_a_file_is_refused() {
    let (app, token) = manager().await;
    let bearer = format!("Bearer {token}");
    let (right, whole) = (form_type(), form(b"a;b\n1;2\n", &[]));
    let cases = [
        ("application/json", whole.clone(), 415),
        ("multipart/form-data", whole.clone(), 415),
        (&right, b"--xXxGrenzexXx\r\nnothing".to_vec(), 400),
        (
            &right,
            String::from_utf8(whole.clone())
                .unwrap()
                .replace("\"file\"", "\"datei\"")
                .into_bytes(),
            400,
        ),
        (&right, [form(b"a", &[]), form(b"b", &[])].concat(), 422),
        (
            &right,
            form(b"a;b\n1;2\n", &[("organisation_id", "org_1")]),
            422,
        ),
    ];

    for (content_type, body, status) in cases {
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", content_type),
        ];
        app.send(Method::POST, "/api/v1/imports", &headers, Body::from(body))
            .await
            .expect(status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn private_columns_are_refused_and_the_file_is_not_kept() {
    let (app, token) = manager().await;
    let text = "Vorname;Telefon privat;Skilz\r\nErika;0171 1234567;Veeam:3\r\n";

    let import = upload(&app, &token, text).await.expect(201).json();

    let found = errors(&import);
    assert_eq!((found[0].0, found[0].1.as_str()), (1, "Telefon privat"));
    assert!(
        found[0]
            .2
            .contains("Private Nummern trägt nur die Person selbst ein."),
        "{found:?}"
    );
    assert_eq!(found[1].1, "Skilz");
    assert_eq!(import["errors"][1]["suggestion"], "Fähigkeiten");
    let apply = super::apply(&app, &token, &import).await.expect(422);
    assert!(apply.text.contains("columns"), "{}", apply.text);
    let rows = kataster::entity::import::Entity::find()
        .all(app.state.db.reader())
        .await
        .unwrap();
    assert!(rows.iter().all(|row| row.sealed_file.is_none()));
}
