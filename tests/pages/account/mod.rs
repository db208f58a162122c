//! How people get at their account and keep others from it.

pub mod keys;
pub mod passkeys;
mod password;
pub mod recovery;
pub mod second_factor;
mod sessions;

use kataster::accounts;
use kataster::db::Actor;

use crate::support::{Answer, TestApp};

pub const NEW: &str = "ein anderer langer satz zum merken";

/// The page of an invitation of an account without password.
pub async fn invite(app: &TestApp, email: &str) -> String {
    let state = &app.state;
    let email = email.parse().unwrap();
    let token = accounts::invite(&state.db, &state.keyring, Actor::Operator, &email);
    format!("/einladung/{}", token.await.unwrap().reveal())
}

pub async fn try_to(app: &TestApp, email: &str, password: &str) -> Answer {
    let form = [("email", email), ("passwort", password), ("weiter", "/")];
    app.submit("/anmelden", "", &form).await
}

pub fn twice(password: &str) -> [(&str, &str); 2] {
    [("passwort", password), ("nochmal", password)]
}

/// The recovery codes a page shows.
pub fn codes_on(page: &str) -> Vec<String> {
    let words = page.split(['<', '>', ' ', '\n']);
    let is_code = |word: &&str| word.len() == 34 && word.split('-').all(|group| group.len() == 4);
    words.filter(is_code).map(str::to_owned).collect()
}
