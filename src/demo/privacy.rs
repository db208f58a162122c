//! Who would answer for the data if the demo were real.

use crate::site::{Privacy, Responsible};

/// Examples for every setting, so that the page shows what it can.
pub fn privacy() -> Privacy {
    let responsible = |name: &str, email: &str| Responsible {
        name: name.to_owned(),
        email: Some(email.to_owned()),
    };
    let bases = [
        (
            "access",
            "Art. 6 Abs. 1 Buchst. b und e DSGVO: Zugang für Beschäftigte der Mitglieder",
        ),
        (
            "register",
            "Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO) neben einer Dienstvereinbarung des Arbeitgebers",
        ),
        (
            "vetting",
            "Art. 6 Abs. 1 Buchst. b DSGVO: Aufnahme auf Antrag der Person",
        ),
        (
            "deployment",
            "Art. 6 Abs. 1 Buchst. e DSGVO mit § 8 VwVfG, oder Vertrag",
        ),
        (
            "accountability",
            "Art. 6 Abs. 1 Buchst. c und f mit Art. 5 Abs. 2 und Art. 32 DSGVO",
        ),
        ("operation", "Art. 6 Abs. 1 Buchst. f mit Art. 32 DSGVO"),
    ];
    Privacy {
        controllers: vec![
            responsible(
                "Musterverband kommunaler IT e. V.",
                "datenschutz@verband.example",
            ),
            responsible(
                "die Mitgliedsorganisationen des Verbands",
                "mitglieder@verband.example",
            ),
        ],
        lead: Some("Musterverband kommunaler IT e. V.".to_owned()),
        processor: Some(responsible(
            "Rechenzentrum Musterland AöR",
            "betrieb@rechenzentrum.example",
        )),
        officer: Some(responsible("Erika Beispiel", "dsb@verband.example")),
        authority: Some("Berliner Beauftragte für Datenschutz und Informationsfreiheit".to_owned()),
        legal_bases: bases
            .into_iter()
            .map(|(purpose, basis)| (purpose.to_owned(), basis.to_owned()))
            .collect(),
    }
}
