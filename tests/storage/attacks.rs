//! Somebody who holds the database alters the record at random: every attempt is found.

use std::fmt::Write;

use kataster::audit::{self, Checkpoint, Trust};
use kataster::clock::Instant;
use kataster::db::{Actor, AuditEntry, Db, GENESIS, Link, link_hash};
use kataster::entity::{audit_checkpoint, audit_entry, commit_head};
use kataster::sealing::Keyring;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};
use serde_json::json;

use super::remove_guards;
use crate::support::{TestApp, expert, organisation};

/// How many attacks; 1,000 for the whole test.
const COUNT: &str = "KATASTER_TEST_ATTACKS";
const KINDS: usize = 12;

/// All there is of a record.
#[derive(Clone, PartialEq)]
struct Record {
    entries: Vec<audit_entry::Model>,
    checkpoints: Vec<audit_checkpoint::Model>,
    head: commit_head::Model,
}

impl Record {
    async fn load(db: &Db) -> Self {
        let reader = db.reader();
        Self {
            entries: audit_entry::Entity::find()
                .order_by_asc(audit_entry::Column::Seq)
                .all(reader)
                .await
                .unwrap(),
            checkpoints: audit_checkpoint::Entity::find()
                .order_by_asc(audit_checkpoint::Column::Seq)
                .all(reader)
                .await
                .unwrap(),
            head: commit_head::Entity::find_by_id(1)
                .one(reader)
                .await
                .unwrap()
                .unwrap(),
        }
    }

    /// Puts it in the place of what is there.
    async fn store(&self, db: &Db) {
        let txn = db.begin().await.unwrap();
        let connection = txn.connection();
        audit_entry::Entity::delete_many()
            .exec(connection)
            .await
            .unwrap();
        audit_checkpoint::Entity::delete_many()
            .exec(connection)
            .await
            .unwrap();
        let entries = self.entries.iter().cloned();
        audit_entry::Entity::insert_many(entries.map(IntoActiveModel::into_active_model))
            .exec_without_returning(connection)
            .await
            .unwrap();
        if !self.checkpoints.is_empty() {
            let checkpoints = self.checkpoints.iter().cloned();
            audit_checkpoint::Entity::insert_many(
                checkpoints.map(IntoActiveModel::into_active_model),
            )
            .exec_without_returning(connection)
            .await
            .unwrap();
        }
        let head = self.head.clone().into_active_model().reset_all();
        commit_head::Entity::update(head)
            .exec(connection)
            .await
            .unwrap();
        txn.commit().await.unwrap();
    }

    /// Computes numbers and hashes anew from an entry on, as somebody would who knows how.
    fn rechain(&mut self) {
        let mut hash = GENESIS.to_vec();
        for (position, entry) in self.entries.iter_mut().enumerate() {
            entry.seq = i64::try_from(position).unwrap() + 1;
            entry.previous_hash.clone_from(&hash);
            let link = Link {
                seq: entry.seq,
                at: entry.at,
                actor: &entry.actor,
                action: &entry.action,
                subject: &entry.subject,
                details: &entry.details,
            };
            hash = link_hash(&hash, &link).to_vec();
            entry.hash.clone_from(&hash);
        }
        self.head.audit_seq = i64::try_from(self.entries.len()).unwrap();
        self.head.audit_hash = hash;
    }

    /// Signs every checkpoint anew with a key of one's own.
    fn sign_with(&mut self, ring: &Keyring) {
        for checkpoint in &mut self.checkpoints {
            let entry = usize::try_from(checkpoint.seq).unwrap() - 1;
            let hash = &self.entries[entry.min(self.entries.len() - 1)].hash;
            checkpoint.hash.clear();
            for byte in hash {
                write!(checkpoint.hash, "{byte:02x}").unwrap();
            }
            let mut forged = Checkpoint {
                seq: checkpoint.seq,
                at: checkpoint.at,
                hash: checkpoint.hash.clone(),
                public_key: ring.public_key(1).unwrap(),
                signature: String::new(),
            };
            forged.signature = ring.sign(1, forged.message().as_bytes()).unwrap();
            checkpoint.public_key = forged.public_key.to_string();
            checkpoint.signature = forged.signature;
        }
    }
}

fn other_text(text: &mut String, chance: &mut StdRng) {
    if text.is_empty() {
        text.push('x');
        return;
    }
    let position = chance.random_range(0..text.chars().count());
    *text = text
        .chars()
        .enumerate()
        .map(|(at, c)| {
            if at == position {
                if c == '0' { '1' } else { '0' }
            } else {
                c
            }
        })
        .collect();
}

fn edit(entry: &mut audit_entry::Model, columns: usize, chance: &mut StdRng) {
    match chance.random_range(0..columns) {
        0 => other_text(&mut entry.actor, chance),
        1 => other_text(&mut entry.action, chance),
        2 => other_text(&mut entry.subject, chance),
        3 => other_text(&mut entry.details, chance),
        4 => entry.at = Instant::from_micros(entry.at.as_micros() + chance.random_range(1..9)),
        5 => entry.previous_hash[chance.random_range(0..32)] ^= 1 << chance.random_range(0..8),
        _ => entry.hash[chance.random_range(0..32)] ^= 1 << chance.random_range(0..8),
    }
}

/// One attack; whether it takes a checkpoint kept elsewhere to find it.
fn attack(record: &mut Record, kind: usize, own: &Keyring, chance: &mut StdRng) -> bool {
    match kind {
        0..=4 => {
            attack_entries(record, kind, chance);
            false
        }
        _ => attack_whole(record, kind, own, chance),
    }
}

/// Entries are altered, and nothing else is made to fit.
fn attack_entries(record: &mut Record, kind: usize, chance: &mut StdRng) {
    let count = record.entries.len();
    let any = chance.random_range(0..count);
    match kind {
        0 => edit(&mut record.entries[any], 7, chance),
        1 => {
            record.entries.remove(any);
        }
        2 => {
            let last = chance.random_range(any..count);
            record.entries.drain(any..=last);
        }
        // Another entry in the middle, those after it moved up.
        3 => {
            let copy = record.entries[chance.random_range(0..count)].clone();
            record.entries.insert(any, copy);
            for (position, entry) in record.entries.iter_mut().enumerate() {
                entry.seq = i64::try_from(position).unwrap() + 1;
            }
        }
        _ => {
            let other = (any + chance.random_range(1..count)) % count;
            let (seq, other_seq) = (record.entries[any].seq, record.entries[other].seq);
            (record.entries[any].seq, record.entries[other].seq) = (other_seq, seq);
        }
    }
}

/// The record is made to fit what was altered; whether it takes a checkpoint kept elsewhere to find it.
fn attack_whole(record: &mut Record, kind: usize, own: &Keyring, chance: &mut StdRng) -> bool {
    let signed = usize::try_from(record.checkpoints.last().unwrap().seq).unwrap();
    let covered = chance.random_range(0..signed);
    match kind {
        // The end is gone, and the commit head with it.
        5 => {
            record.entries.truncate(covered.max(1));
            record.rechain();
        }
        // An entry is another one, and everything after it fits.
        6 => {
            edit(&mut record.entries[covered], 5, chance);
            record.rechain();
        }
        7 => {
            record.entries.remove(covered);
            record.rechain();
        }
        8 => {
            let position = chance.random_range(0..record.checkpoints.len());
            let checkpoint = &mut record.checkpoints[position];
            match chance.random_range(0..4) {
                0 => other_text(&mut checkpoint.hash, chance),
                1 => other_text(&mut checkpoint.signature, chance),
                2 => checkpoint.seq += 1,
                _ => checkpoint.at = Instant::from_micros(checkpoint.at.as_micros() + 1),
            }
        }
        // The same as 6, signed by somebody else.
        9 => {
            edit(&mut record.entries[covered], 5, chance);
            record.rechain();
            record.sign_with(own);
        }
        // The same as 6 and 5, and no checkpoint is left here.
        10 => {
            edit(&mut record.entries[covered], 5, chance);
            record.rechain();
            record.checkpoints.clear();
            return true;
        }
        _ => {
            record.entries.truncate(covered.max(1));
            record.rechain();
            record.checkpoints.clear();
            return true;
        }
    }
    false
}

#[expect(
    clippy::disallowed_methods,
    reason = "the whole test is asked for by the environment"
)]
fn attacks() -> usize {
    std::env::var(COUNT).map_or(120, |count| count.parse().unwrap())
}

/// A record of use cases with three checkpoints and a few entries after the last.
async fn signed_record() -> TestApp {
    let app = TestApp::new().await;
    for _ in 0..3 {
        let employer = organisation().save(&app).await;
        expert(employer).save(&app).await;
        audit::sign_head(&app.state.db, &app.state.keyring)
            .await
            .unwrap();
    }
    let mut txn = app.state.db.begin().await.unwrap();
    for number in 0..3 {
        txn.audit(AuditEntry {
            actor: Actor::Operator,
            action: "demo.filled",
            subject: number.to_string(),
            details: json!({}),
        });
    }
    txn.commit().await.unwrap();
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn every_alteration_of_the_record_is_found() {
    let app = signed_record().await;
    let db = &app.state.db;
    remove_guards(db).await;
    let own_folder = tempfile::tempdir().unwrap();
    let own = Keyring::load(own_folder.path()).unwrap();
    let clean = Record::load(db).await;
    let kept = audit::checkpoints(db).await.unwrap().pop().unwrap();
    let inside = Trust {
        keys: vec![app.state.keyring.public_key(1).unwrap()],
        ..Trust::default()
    };
    let outside = Trust {
        checkpoints: vec![kept],
        ..inside.clone()
    };

    let mut unfound = Vec::new();
    for number in 0..attacks() {
        let kind = number % KINDS;
        let mut chance = StdRng::seed_from_u64(number as u64);
        let mut record = clean.clone();
        let needs_outside = attack(&mut record, kind, &own, &mut chance);
        assert!(
            record != clean,
            "attack {number} of kind {kind} altered nothing"
        );
        record.store(db).await;
        let trust = if needs_outside { &outside } else { &inside };
        if audit::verify_with(db, trust).await.is_ok() {
            unfound.push((number, kind));
        }
        if needs_outside {
            let blind = audit::verify_with(db, &inside).await;
            assert!(
                blind.is_ok(),
                "the checkpoint kept elsewhere is what finds it"
            );
        }
    }

    assert_eq!(unfound, [], "number and kind");
    clean.store(db).await;
    audit::verify_with(db, &outside).await.unwrap();
    println!("{0} of {0} alterations found", attacks());
}
