//! What a stolen copy of the database does not tell.

use uuid::Uuid;

use super::{TOWN, issue, redeem};
use crate::support::TestApp;
use kataster::emergency::arrange;

#[tokio::test(flavor = "multi_thread")]
async fn no_code_no_signatory_and_no_word_is_in_the_database_file() {
    let app = TestApp::new().await;
    let (_, codes) = issue(&app, TOWN).await;
    redeem(&app, TOWN, &codes[0]).await.expect(201);
    let txn = app.state.db.begin().await.unwrap();
    let words = arrange(&txn, &app.state.keyring, Uuid::new_v4())
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let mut secrets: Vec<Vec<u8>> = codes
        .iter()
        .flat_map(|code| [code.clone(), code.replace('-', ""), code.to_lowercase()])
        .map(String::into_bytes)
        .collect();
    secrets.extend(codes.iter().map(|code| bits(code)));
    let personal = ["Quastenflosser", "Zwiebelfischbeauftragte"];
    secrets.extend(personal.iter().map(|text| text.as_bytes().to_vec()));
    let pair = format!("\"{}\"", words.called.reveal());
    secrets.push(pair.into_bytes());

    // On PostgreSQL there is no such file; what is written is the same.
    for file in ["kataster.db", "kataster.db-wal"] {
        let bytes = std::fs::read(app.folder.path().join(file)).unwrap_or_default();
        for secret in &secrets {
            let is_there = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_slice());
            assert!(!is_there, "{:?} in {file}", String::from_utf8_lossy(secret));
        }
    }
}

/// The 80 bits behind a printed code, read without the code that is tested.
fn bits(code: &str) -> Vec<u8> {
    let signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    let typed = code.replace('-', "");
    let digits = typed
        .chars()
        .take(17)
        .map(|sign| signs.find(sign).unwrap() as u128);
    let digits: Vec<u128> = digits.collect();
    let number = digits
        .iter()
        .rev()
        .fold(0_u128, |number, digit| number * 31 + digit);
    number.to_be_bytes()[6..].to_vec()
}
