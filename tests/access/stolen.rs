//! A copy of the data folder without its keys tells no name, contact, session, token, second factor or link.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aho_corasick::AhoCorasick;
use kataster::access::Role;
use kataster::accounts;
use kataster::db::Actor;
use kataster::ids::{ExpertId, OrganisationId};
use serde_json::json;
use tantivy::schema::Value;
use tantivy::{Index, TantivyDocument};
use totp_rs::{Builder, Secret};

use crate::support::{PASSWORD, TestApp, expert, organisation};

/// What must not be found, in all the forms it could stand in.
struct Canary {
    name: &'static str,
    /// Pieces of the text, small letters.
    pieces: Vec<String>,
    /// Forms that are no text.
    raw: Vec<Vec<u8>>,
}

impl Canary {
    /// Found by any `length` characters in a row. Random digits need more of them than words.
    fn text(name: &'static str, text: &str, length: usize) -> Self {
        let letters: Vec<char> = text.to_lowercase().chars().collect();
        let length = length.min(letters.len());
        let pieces = letters.windows(length).map(String::from_iter).collect();
        Self {
            name,
            pieces,
            raw: Vec::new(),
        }
    }

    /// 256 bits as hexadecimal digits; found as bytes too.
    fn secret(name: &'static str, digits: &str) -> Self {
        let digits = digits.rsplit(['=', '_', '/']).next().unwrap();
        let bytes: Vec<u8> = (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        let mut canary = Self::text(name, digits, 12);
        canary.raw = bytes.windows(8).map(<[u8]>::to_vec).collect();
        canary
    }
}

/// All forms in which a canary could stand: UTF-8, UTF-16 either way round, raw.
fn forms(canary: &Canary) -> Vec<Vec<u8>> {
    let texts = canary.pieces.iter().flat_map(|piece| {
        let wide: Vec<u16> = piece.encode_utf16().collect();
        let little = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        [piece.as_bytes().to_vec(), little, big]
    });
    texts.chain(canary.raw.iter().cloned()).collect()
}

/// Every file of a folder but the keys, with what compressed files hold.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.ends_with("keys") {
                continue;
            }
            found.extend(contents(&path));
            if path.join("meta.json").exists() {
                found.push((format!("texts of {}", path.display()), index_texts(&path)));
            }
            continue;
        }
        found.push((path.display().to_string(), fs::read(&path).unwrap()));
    }
    found
}

/// What the index keeps compressed: its stored documents, and its terms, which share their beginnings.
fn index_texts(folder: &Path) -> Vec<u8> {
    let index = Index::open_in_dir(folder).unwrap();
    let schema = index.schema();
    let searcher = index.reader().unwrap().searcher();
    let mut all = Vec::new();
    for segment in searcher.segment_readers() {
        let store = segment.get_store_reader(1).unwrap();
        for document in store.iter::<TantivyDocument>(segment.alive_bitset()) {
            let document = document.unwrap();
            for (_, value) in document.field_values() {
                if let Some(bytes) = value.as_bytes() {
                    all.extend_from_slice(bytes);
                }
                if let Some(text) = value.as_str() {
                    all.extend_from_slice(text.as_bytes());
                }
            }
        }
        for (field, entry) in schema.fields() {
            if !entry.is_indexed() {
                continue;
            }
            let terms = segment.inverted_index(field).unwrap();
            let mut stream = terms.terms().stream().unwrap();
            while stream.advance() {
                all.extend_from_slice(stream.key());
                all.push(b'\n');
            }
        }
    }
    assert!(!all.is_empty(), "nothing was read of {}", folder.display());
    all
}

/// Names of canaries and the files they stand in.
fn search(folder: &Path, canaries: &[Canary]) -> BTreeSet<String> {
    let (mut patterns, mut names) = (Vec::new(), Vec::new());
    for canary in canaries {
        let forms = forms(canary);
        names.extend(std::iter::repeat_n(canary.name, forms.len()));
        patterns.extend(forms);
    }
    let mut builder = AhoCorasick::builder();
    let finder = builder
        .ascii_case_insensitive(true)
        .build(patterns)
        .unwrap();
    let mut hits = BTreeSet::new();
    for (file, bytes) in contents(folder) {
        for hit in finder.find_overlapping_iter(&bytes) {
            hits.insert(format!("{} in {file}", names[hit.pattern().as_usize()]));
        }
    }
    hits
}

/// Goes through the front door and leaves something behind at each.
async fn plant(app: &TestApp) -> (Vec<Canary>, String) {
    let employer = organisation().save(app).await;
    let identity = json!({
        "given_name": "Xylofanie", "family_name": "Quastenflosser", "email": "kanarie.zz9@brieftaube-zz9.de",
        "phone": "030 7391648205", "mobile": "0151 86429753",
    });
    let id = expert(employer).with("identity", identity).save(app).await;
    let manager = app.sign_in(Role::MemberManager, Some(employer)).await;
    let path = format!("/api/v1/experts/{id}");
    let shown = app.get(&path, &manager).await.expect(200).json();
    assert_eq!(shown["identity"]["family_name"], "Quastenflosser");
    let alias = shown["alias"].as_str().unwrap().to_owned();

    evidence(app, id, employer).await;

    let (_, email) = app.account_with_password(Role::Coordinator, None).await;
    let session = app.begin_session(&email).await;
    let state = &app.state;
    let (_, invited) = app.account_with_password(Role::Vetter, None).await;
    let invited_as = invited.parse().unwrap();
    let link = accounts::invite(&state.db, &state.keyring, Actor::Operator, &invited_as)
        .await
        .unwrap()
        .reveal();
    app.page(&format!("/einladung/{link}"), "")
        .await
        .expect(200);
    let (totp, codes) = second_factor(app, &session).await;

    let mut canaries = vec![
        Canary::text("given name", "Xylofanie", 8),
        Canary::text("family name", "Quastenflosser", 8),
        Canary::text("address", "kanarie.zz9@brieftaube-zz9.de", 8),
        Canary::text("phone", "307391648205", 8),
        Canary::text("mobile", "15186429753", 8),
        Canary::text("evidence", "Trompetenwurz", 8),
        Canary::text("evidence", "Kesselflickergilde", 8),
        // Of an account's address the part that no id shares.
        Canary::text("account", &email, email.len()),
        Canary::text("password", PASSWORD, 8),
        Canary::text("totp secret", &totp, 8),
        Canary::secret("session", &session),
        Canary::secret("api token", &manager),
        Canary::secret("invitation", &link),
    ];
    let secret = Secret::try_from_base32(&totp).unwrap();
    canaries.push(Canary {
        name: "totp secret, raw",
        pieces: Vec::new(),
        raw: secret.as_bytes().windows(8).map(<[u8]>::to_vec).collect(),
    });
    for code in codes {
        canaries.push(Canary::text("recovery code", &code, 9));
        canaries.push(Canary::text("recovery code", &code.replace('-', ""), 8));
    }
    (canaries, alias)
}

/// Keeps a file for the vetters.
async fn evidence(app: &TestApp, id: ExpertId, employer: OrganisationId) {
    let (account, token) = app.account(Role::Expert, Some(employer)).await;
    kataster::experts::link_account(&app.state.db, id, account)
        .await
        .unwrap();
    let sender = ("authorization", &*format!("Bearer {token}"));
    let certificate = b"%PDF-1.7 Trompetenwurz Zertifikat Kesselflickergilde";
    let term = [("term", "product:veeam")];
    app.upload("/api/v1/me/evidence", sender, &term, ("file", certificate))
        .await
        .expect(201);
}

/// Sets a second factor up on the page: its secret and its recovery codes.
async fn second_factor(app: &TestApp, session: &str) -> (String, Vec<String>) {
    let path = "/konto/zweiter-faktor";
    let page = app.page(path, session).await.expect(200).text;
    let after = |text: &str| page.split_once(text).unwrap().1.to_owned();
    let secret: String = after("secret=")
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let begun = after("name=\"begonnen\" value=\"")[..64].to_owned();
    let authenticator = Builder::new()
        .with_secret(Secret::try_from_base32(&secret).unwrap())
        .with_account_name("x")
        .with_issuer(Some("Kataster"))
        .build()
        .unwrap();
    let now = app.state.db.clock().now().as_seconds().unsigned_abs();
    let digits = authenticator.generate(now).to_string();
    let form = [
        ("begonnen", begun.as_str()),
        ("passwort", PASSWORD),
        ("code", &digits),
    ];
    let done = app.submit(path, session, &form).await.expect(200);
    let words = done.text.split(['<', '>', ' ', '\n']);
    let codes =
        words.filter(|word| word.len() == 34 && word.split('-').all(|group| group.len() == 4));
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    assert_eq!(codes.len(), 10);
    (secret, codes)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_folder_tells_nothing_while_running_and_after_it() {
    let app = TestApp::new().await;
    let (canaries, alias) = plant(&app).await;
    let folder = app.folder.path();

    // While it runs: with what is only in the write-ahead log.
    if crate::support::server().is_none() {
        assert!(fs::metadata(folder.join("kataster.db-wal")).unwrap().len() > 0);
    }
    assert_eq!(search(folder, &canaries), BTreeSet::new());

    // The search finds what is there in the clear, compressed or not.
    let open = search(folder, &[Canary::text("alias", &alias, 7)]);
    assert!(
        open.iter().any(|hit| hit.contains("texts of")),
        "the index: {open:?}"
    );
    if crate::support::server().is_none() {
        assert!(
            open.iter().any(|hit| hit.contains("kataster.db")),
            "the database: {open:?}"
        );
    }

    // Stopped: everything is in the database file.
    app.state.db.clone().close().await.unwrap();
    assert_eq!(search(folder, &canaries), BTreeSet::new());
}

#[test]
fn the_search_finds_every_form() {
    let canary = Canary::text("name", "Quastenflosser", 8);
    let secret = Canary::secret("token", "kat_00112233445566778899aabbccddeeff");
    let folder = tempfile::tempdir().unwrap();
    let wide =
        |to: fn(u16) -> [u8; 2]| -> Vec<u8> { "xx stenflos".encode_utf16().flat_map(to).collect() };
    let planted: [(&str, Vec<u8>); 5] = [
        ("whole", b"... QUASTENFLOSSER".to_vec()),
        ("piece", b"enflosse".to_vec()),
        ("little", wide(u16::to_le_bytes)),
        ("big", wide(u16::to_be_bytes)),
        ("raw", vec![0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99]),
    ];
    for (name, bytes) in &planted {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("clean"), b"Quasten und Flosser").unwrap();

    let hits = search(folder.path(), &[canary, secret]);

    assert_eq!(hits.len(), planted.len(), "{hits:?}");
    assert!(!hits.iter().any(|hit| hit.contains("clean")));
}
