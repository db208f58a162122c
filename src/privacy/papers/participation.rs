//! What a staff council asks before it agrees: what is kept of each person, who sees it, how long, how to switch it off.

use web::Language;

use super::records::is_about_persons;
use crate::privacy::Retention;
use crate::privacy::classes::{Class, Purpose, Table, classes};

/// The page for `docs/mitbestimmung/`, in German.
pub fn participation(retention: &Retention) -> String {
    let mut text = String::from(
        "# Was je Person gespeichert wird\n\n\
         Diese Seite ist aus den Datenklassen des Programms erzeugt (`kataster privacy participation`). Ein Test schlägt fehl, wenn sie \
         nicht mehr stimmt. Sie gilt für die voreingestellten Fristen.\n",
    );
    for table in classes().filter(|table| is_about_persons(table)) {
        text += &section(table, retention);
    }
    text + WITHOUT
}

fn section(table: &Table, retention: &Retention) -> String {
    let fields: Vec<String> = table
        .columns
        .iter()
        .filter(|column| column.class.is_for_the_person())
        .map(|column| match column.class {
            Class::Sealed => format!("{} (verschlüsselt)", column.label.de),
            Class::Pseudonym => format!("{} (Kennung)", column.label.de),
            Class::None | Class::Personal | Class::Named | Class::Secret | Class::Operational => {
                column.label.de.to_owned()
            }
        })
        .collect();
    let readers: Vec<&str> = table
        .readers
        .iter()
        .map(|reader| reader.words().de)
        .collect();
    format!(
        "\n## {}\n\n- Was: {}\n- Wozu: {}\n- Wer es sieht: {}\n- Wie lange: {}\n- Abschalten: {}\n",
        table.label.de,
        fields.join(", "),
        table.purpose.words().de,
        readers.join(", "),
        table.kept.text(retention, Language::German),
        off(table.purpose),
    )
}

const fn off(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Access => {
            "Konto löschen unter „Meine Daten“; ohne diese Angaben ist keine Anmeldung möglich"
        }
        Purpose::Register => {
            "Einwilligung widerrufen oder Eintrag ruhen lassen unter „Einwilligungen“; Eintrag löschen unter „Meine Daten“"
        }
        Purpose::Vetting => {
            "ohne Prüfung keine Aufnahme; nach der Löschung bleiben Datum und Ergebnis unter der Kennung"
        }
        Purpose::Deployment => {
            "Einwilligung „Gefragt werden“ widerrufen unter „Einwilligungen“; wer gefragt wurde, bleibt auch ohne Einsatz gespeichert, die Antwort kürzer; nach der Löschung bleiben Anfragen und Einsätze unter der Kennung"
        }
        Purpose::Accountability => {
            "nicht abschaltbar: das Protokoll schützt die Fachkräfte selbst und enthält keine Namen"
        }
        Purpose::Operation => "nicht abschaltbar: nur Kennungen, ohne die der Dienst nicht läuft",
    }
}

/// What there is not; changing that needs new columns, and so a new page.
const WITHOUT: &str = "
## Auswertungen, die es nicht gibt

- Keine Bewertung von Personen, keine Noten, keine Rangliste der Zuverlässigkeit.
- Keine Auswertung, wer wie oft oder wie schnell zugesagt oder abgelehnt hat. Die Einstellung `personal_response_history` ist aus. Wie viele gefragt werden, rechnet das Programm aus den Antworten ganzer Gruppen (ein Haus, Tageszeit, eigene Angabe zur Verfügbarkeit) ab fünf Personen; niemand bekommt diese Zahlen zu sehen.
- Der Arbeitgeber und die Verwaltung erfahren von einem Nein nichts.
- Keine Anwesenheits- oder Arbeitszeiterfassung. Abwesenheiten haben keinen Grund.
- Keine Auswertung von Anmeldezeiten. Wann sich jemand an- und abmeldet, steht nicht im Protokoll, sondern nur bei der Sitzung, die nach 90 Tagen gelöscht wird.
- Das Protokoll liest nur die Revision, auf Anlass.
- Keine Standortdaten. Gespeichert ist der Ort des Dienstsitzes; gezeigt wird nur das Land und eine auf 10 km gerundete Entfernung.
- Keine privaten Kontaktdaten, außer die Person trägt sie selbst ein. Ein Import durch den Arbeitgeber nimmt keine an.
- Keine Gesundheits- oder Familienangaben.

## Was die Beteiligung bewirkt

Eine Organisation hält fest: nicht nötig, angefragt, vereinbart oder abgelehnt. Personen sind erst auffindbar bei „vereinbart“ oder
„nicht nötig“. Bis dahin kann sie Kapazität ohne Namen anbieten.
";
