//! Records of processing activities, one for each purpose.

use serde::Serialize;
use strum::VariantArray;
use web::Language;

use crate::privacy::Retention;
use crate::privacy::classes::{Class, Purpose, Table, Whose, classes};
use crate::site::{Privacy, Responsible};

/// What stands where the operator has set nothing.
const UNSET: &str = "nicht hinterlegt";

/// One processing activity (Art. 30 para. 1 DSGVO).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Technical name of the purpose.
    pub purpose: &'static str,
    /// The purpose in words.
    pub title: &'static str,
    /// Legal basis; none when the operator has not set it.
    pub legal_basis: Option<String>,
    /// Whom it is about.
    pub persons: Vec<&'static str>,
    /// What is kept.
    pub data: Vec<Data>,
    /// Who can see something of it.
    pub recipients: Vec<&'static str>,
}

/// A kind of data within an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Data {
    /// What it is.
    pub title: &'static str,
    /// Its table.
    pub table: &'static str,
    /// Personal columns, by what they are called.
    pub fields: Vec<&'static str>,
    /// Whether any of them is encrypted for each person.
    pub is_sealed: bool,
    /// When it is deleted.
    pub kept: String,
}

/// All activities that handle data of persons.
pub fn records(privacy: &Privacy, retention: &Retention) -> Vec<Record> {
    let of = |purpose: &Purpose| record(*purpose, privacy, retention);
    let all = Purpose::VARIANTS.iter().map(of);
    all.filter(|record| !record.data.is_empty()).collect()
}

fn record(purpose: Purpose, privacy: &Privacy, retention: &Retention) -> Record {
    let tables: Vec<&Table> = classes()
        .filter(|table| table.purpose == purpose && is_about_persons(table))
        .collect();
    let (mut persons, mut recipients) = (Vec::new(), Vec::new());
    for table in &tables {
        for whose in table.whose {
            add(&mut persons, who(*whose));
        }
        for reader in table.readers {
            add(&mut recipients, reader.words().de);
        }
    }
    let name: &'static str = purpose.into();
    Record {
        purpose: name,
        title: purpose.words().de,
        legal_basis: privacy.legal_bases.get(name).cloned(),
        persons,
        data: tables.iter().map(|table| data(table, retention)).collect(),
        recipients,
    }
}

fn data(table: &Table, retention: &Retention) -> Data {
    let about = table
        .columns
        .iter()
        .filter(|column| column.class.is_for_the_person());
    Data {
        title: table.label.de,
        table: table.name,
        fields: about.map(|column| column.label.de).collect(),
        is_sealed: table
            .columns
            .iter()
            .any(|column| column.class == Class::Sealed),
        kept: table.kept.text(retention, Language::German),
    }
}

/// Whether it holds more of a person than ids that come with everything.
pub(super) fn is_about_persons(table: &Table) -> bool {
    table
        .columns
        .iter()
        .any(|column| column.class.is_for_the_person())
}

const fn who(whose: Whose) -> &'static str {
    match whose {
        Whose::Account(_) => "Personen mit Konto",
        Whose::Entry(_) | Whose::Case(_) => "Fachkräfte",
        Whose::Person(_) => "Personen mit Konto und Fachkräfte",
    }
}

fn add(list: &mut Vec<&'static str>, text: &'static str) {
    if !list.contains(&text) {
        list.push(text);
    }
}

/// The records for reading and filing.
pub fn markdown(privacy: &Privacy, records: &[Record]) -> String {
    let mut text = String::from("# Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)\n\n");
    text += "Erzeugt aus den Datenklassen des Programms mit `kataster privacy records`.\n\n## Verantwortliche\n\n";
    text += &responsible(privacy);
    for record in records {
        text += &section(record);
    }
    text += "\n## Technische und organisatorische Maßnahmen\n\n\
             Namen, Kontakte und E-Mail-Adressen sind je Person verschlüsselt (AES-256-GCM); die Schlüssel liegen nicht in der Datenbank. \
             Passwörter sind mit Argon2id gehasht, Sitzungen und Zugangsschlüssel nur als Prüfwerte gespeichert. Wer was darf, steht in einer \
             Tabelle. Jede Änderung steht in einem verketteten Protokoll. Daten gehen in kein Drittland.\n";
    text
}

fn responsible(privacy: &Privacy) -> String {
    let Privacy {
        controllers,
        lead,
        processor,
        officer,
        authority,
        legal_bases: _,
    } = privacy;
    let unset = || UNSET.to_owned();
    let together = controllers.iter();
    let mut lines: Vec<String> = together
        .map(|controller| {
            format!(
                "- Gemeinsam verantwortlich (Art. 26): {}\n",
                named(controller)
            )
        })
        .collect();
    let lines_of_one = [
        ("Federführend", lead.clone().unwrap_or_else(unset)),
        (
            "Auftragsverarbeiter (Art. 28)",
            processor.as_ref().map_or_else(unset, named),
        ),
        (
            "Datenschutzbeauftragte",
            officer.as_ref().map_or_else(unset, named),
        ),
        ("Aufsichtsbehörde", authority.clone().unwrap_or_else(unset)),
    ];
    lines.extend(lines_of_one.map(|(what, who)| format!("- {what}: {who}\n")));
    lines.concat()
}

fn named(responsible: &Responsible) -> String {
    match &responsible.email {
        Some(email) => format!("{}, {email}", responsible.name),
        None => responsible.name.clone(),
    }
}

fn section(record: &Record) -> String {
    let Record {
        purpose: _,
        title,
        legal_basis,
        persons,
        data,
        recipients,
    } = record;
    let persons = if persons.is_empty() {
        "nur Kennungen".to_owned()
    } else {
        persons.join(", ")
    };
    let basis = legal_basis.as_deref().unwrap_or(UNSET);
    let recipients = recipients.join(", ");
    let rows = data.iter().map(|data| {
        let sealed = if data.is_sealed { "ja" } else { "–" };
        let fields = data.fields.join(", ");
        format!("| {} | {fields} | {sealed} | {} |\n", data.title, data.kept)
    });
    let rows: Vec<String> = rows.collect();
    format!(
        "\n## {title}\n\n- Rechtsgrundlage: {basis}\n- Betroffene: {persons}\n- Empfänger: {recipients}\n\n\
         | Daten | Felder | verschlüsselt | Löschung |\n|---|---|---|---|\n{}",
        rows.concat()
    )
}
