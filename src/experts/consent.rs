//! What a person agrees to: purposes, the texts in force, how long a consent holds.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::model::{Consent, Entry, EntryKind};
use crate::clock::Instant;
use crate::reference::Text;

/// Days a consent holds.
pub(super) const CONSENT_DAYS: i64 = 365;
/// Days before its end from which a confirmation renews the consent too.
pub(super) const CONSENT_DUE_DAYS: i64 = 60;
/// Days before its end on which the person is reminded.
pub const REMINDER_DAYS: [i64; 3] = [60, 30, 7];

/// What a consent is for; each is given and withdrawn by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ConsentPurpose {
    /// To be found and matched by a public name.
    Matching,
    /// To be asked for help by message.
    Alerts,
    /// To be asked by private numbers and addresses too.
    PrivateContact,
}

/// A text somebody agreed to. It is never changed: a new wording is a new version.
struct Wording {
    purpose: ConsentPurpose,
    version: &'static str,
    de: &'static str,
    en: &'static str,
}

/// All wordings there ever were, of each purpose the one in force last.
const WORDINGS: [Wording; 3] = [
    Wording {
        purpose: ConsentPurpose::Matching,
        version: "2026-11",
        de: "Ich willige ein, dass dieses Register meine Fähigkeiten, Zertifikate, Sprachen, Verfügbarkeit und das Land meines \
             Arbeitgebers unter einer Kennung zeigt. Sehen können das angemeldete Kommunen, Mitgliedsorganisationen, die \
             Prüfstelle und die Koordinierungsstelle. Mein Name und mein dienstlicher Kontakt bleiben verdeckt, bis ich einem Einsatz \
             zugesagt habe. Die Einwilligung ist freiwillig und gilt ein Jahr. Ich kann sie jederzeit widerrufen, ohne Grund und ohne \
             Nachteil. Danach werde ich nicht mehr gefunden. Was bis dahin geschah, bleibt rechtmäßig.",
        en: "I agree that this register shows my skills, certificates, languages, availability and the Land of my employer under an \
             alias. Signed-in municipalities, member organisations, vetters and coordinators can see that. My name and my contact at \
             work stay hidden until I have agreed to a deployment. Consent is voluntary and holds for a year. I can withdraw it at any \
             time, without a reason and without disadvantage. I am then no longer found. What happened until then stays lawful.",
    },
    Wording {
        purpose: ConsentPurpose::Alerts,
        version: "2026-11",
        de: "Ich willige ein, dass mich das Register bei einem IT-Notfall über meinen dienstlichen Kontakt fragt, ob ich helfen kann. Eine \
             Nachricht nennt keine Einzelheiten. Ich muss nicht antworten und nicht erreichbar sein. Mein Arbeitgeber erfährt von einem Nein \
             nichts. Nachts werde ich nur gefragt, wenn ich das eigens erlaube. Die Einwilligung ist freiwillig und gilt ein Jahr. Ich kann \
             sie jederzeit widerrufen, ohne Grund und ohne Nachteil. Danach werde ich nicht mehr gefragt.",
        en: "I agree that in an IT emergency the register asks me through my contact at work whether I can help. A message gives no details. \
             I need not answer and need not be reachable. My employer does not learn of a no. At night I am asked only if I allow that \
             separately. Consent is voluntary and holds for a year. I can withdraw it at any time, without a reason and without \
             disadvantage. I am then no longer asked.",
    },
    Wording {
        purpose: ConsentPurpose::PrivateContact,
        version: "2026-11",
        de: "Ich willige ein, dass mich das Register bei einem IT-Notfall auch über die privaten Nummern und Adressen fragt, die ich selbst \
             eingetragen habe. Sie sind verschlüsselt gespeichert. Mein Arbeitgeber, die Prüfstelle und Suchende sehen sie nicht. Nur wenn eine \
             Nachricht nicht ankommt, darf die Koordinierungsstelle eine Nummer einsehen; das wird festgehalten und mir gezeigt. Die \
             Einwilligung ist freiwillig und gilt ein Jahr. Ich kann sie jederzeit widerrufen, ohne Grund und ohne Nachteil. Danach sind die \
             privaten Angaben gelöscht.",
        en: "I agree that in an IT emergency the register also asks me through the private numbers and addresses that I have entered myself. \
             They are stored encrypted. My employer, the vetters and those who search do not see them. Only when a message does not arrive may \
             a coordinator look at one number; that is recorded and shown to me. Consent is voluntary and holds for a year. I can withdraw it \
             at any time, without a reason and without disadvantage. My private details are then deleted.",
    },
];

/// Where the consent to a purpose stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// Never given.
    Never,
    /// Given, and holds until then.
    Given {
        /// Version of the text agreed to.
        version: String,
        /// When it was given.
        since: Instant,
        /// When it ends unless it is renewed.
        until: Instant,
        /// It ends soon, or the text has changed: it can be renewed.
        is_due: bool,
    },
    /// Given, and ended by time.
    Ended {
        /// When it ended.
        at: Instant,
    },
    /// Taken back by the person.
    Withdrawn {
        /// When it was taken back.
        at: Instant,
    },
}

impl ConsentPurpose {
    /// Version of the text in force.
    pub fn version(self) -> &'static str {
        let wordings = WORDINGS.iter().rev();
        wordings
            .filter(|wording| wording.purpose == self)
            .map(|wording| wording.version)
            .next()
            .unwrap_or_default()
    }

    /// The text of a version; none when there was no such version.
    pub fn text(self, version: &str) -> Option<Text> {
        let mut wordings = WORDINGS.iter();
        let found =
            wordings.find(|wording| wording.purpose == self && wording.version == version)?;
        Some(Text {
            de: found.de.to_owned(),
            en: found.en.to_owned(),
        })
    }

    /// A consent to the text in force, given now.
    pub(super) fn given(self, now: Instant) -> Consent {
        Consent {
            purpose: self,
            given_at: now,
            valid_until: now.plus_days(CONSENT_DAYS),
            withdrawn_at: None,
            text_version: self.version().to_owned(),
        }
    }

    /// Where it stands among these consents.
    pub fn state(self, consents: &[Consent], now: Instant) -> ConsentState {
        let own = consents.iter().filter(|consent| consent.purpose == self);
        let Some(last) =
            own.max_by_key(|consent| (consent.given_at, consent.withdrawn_at.is_none()))
        else {
            return ConsentState::Never;
        };
        match last.withdrawn_at {
            Some(at) => ConsentState::Withdrawn { at },
            None if last.valid_until <= now => ConsentState::Ended {
                at: last.valid_until,
            },
            None => ConsentState::Given {
                version: last.text_version.clone(),
                since: last.given_at,
                until: last.valid_until,
                is_due: last.valid_until <= now.plus_days(CONSENT_DUE_DAYS)
                    || last.text_version != self.version(),
            },
        }
    }
}

impl Entry {
    /// Whether nobody is to find it, not even who sees entries that lack something: it was withdrawn, closed or
    /// restricted, or its person took the consent back.
    pub fn is_withheld(&self, now: Instant) -> bool {
        let state = ConsentPurpose::Matching.state(&self.consents, now);
        self.hidden_since.is_some_and(|since| since <= now)
            || (self.kind == EntryKind::Person && matches!(state, ConsentState::Withdrawn { .. }))
    }

    /// Whether its person agreed to be asked and does so no more.
    pub fn is_asked_no_more(&self, now: Instant) -> bool {
        match ConsentPurpose::Alerts.state(&self.consents, now) {
            ConsentState::Withdrawn { .. } | ConsentState::Ended { .. } => true,
            ConsentState::Never | ConsentState::Given { .. } => false,
        }
    }
}

/// When the holder of a consent is reminded of its end, with the days left then; only what is still to come.
pub(super) fn reminders(until: Instant, now: Instant) -> impl Iterator<Item = (i64, Instant)> {
    let all = REMINDER_DAYS.into_iter();
    all.map(move |days| (days, until.plus_days(-days)))
        .filter(move |(_, at)| *at > now)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    const START: Instant = Instant::from_micros(0);

    fn at(days: i64) -> Instant {
        START.plus_days(days)
    }

    #[test]
    fn a_consent_falls_due_and_then_ends() {
        let given = [ConsentPurpose::Matching.given(START)];
        let state = |day| ConsentPurpose::Matching.state(&given, at(day));
        let is_due = |state| match state {
            ConsentState::Given { is_due, .. } => is_due,
            other => panic!("{other:?}"),
        };

        assert!(!is_due(state(304)));
        assert!(is_due(state(305)));
        assert_eq!(state(365), ConsentState::Ended { at: at(365) });
        assert_eq!(
            ConsentPurpose::Alerts.state(&given, START),
            ConsentState::Never
        );
    }

    #[test]
    fn the_last_word_counts() {
        let mut given = vec![ConsentPurpose::Alerts.given(START)];
        given[0].withdrawn_at = Some(at(1));
        assert_eq!(
            ConsentPurpose::Alerts.state(&given, at(2)),
            ConsentState::Withdrawn { at: at(1) }
        );

        given.push(ConsentPurpose::Alerts.given(at(3)));

        assert!(matches!(
            ConsentPurpose::Alerts.state(&given, at(4)),
            ConsentState::Given { .. }
        ));
    }

    #[test]
    fn reminders_come_60_30_and_7_days_ahead() {
        let days = |now| reminders(at(365), now).map(|(days, _)| days).collect();

        let all: Vec<i64> = days(START);
        let late: Vec<i64> = days(at(340));

        assert_eq!(all, [60, 30, 7]);
        assert_eq!(late, [7]);
    }

    #[test]
    fn a_text_that_people_agreed_to_is_not_changed() {
        let sums = WORDINGS.map(|wording| {
            let digest = Sha256::digest(format!("{}\n{}", wording.de, wording.en));
            let name: &str = wording.purpose.into();
            format!(
                "{name} {} {:02x}{:02x}{:02x}{:02x}",
                wording.version, digest[0], digest[1], digest[2], digest[3]
            )
        });

        assert_eq!(
            sums,
            [
                "matching 2026-11 50560746",
                "alerts 2026-11 45363d08",
                "private_contact 2026-11 deb0c307"
            ]
        );
    }
}
