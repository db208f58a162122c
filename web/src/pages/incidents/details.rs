//! `/vorfaelle/{id}/angaben`: what is known of an incident, to be changed.

use askama::Template;
use i18n_embed_fl::fl;

use super::Tlp;
use crate::pages::{AffectedSystem, Phase};
use crate::parts::{Field, FieldControl, Filled};
use crate::{Frame, assets};

/// Signs of longer texts.
const MEASURES: u16 = 4_000;
const CONTRACTS: u16 = 2_000;

/// The form; posts to itself: its fields, `betroffen`, `landesstelle`, `dienstleister`, `ermittlungen`, and the version
/// as `stand`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/incident_details.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box of its own, or says that somebody was faster"
)]
pub struct IncidentDetailsPage {
    /// Surroundings.
    pub frame: Frame,
    /// Names the incident in addresses.
    pub id: String,
    /// Name of the place.
    pub place: String,
    /// The version the form is filled from.
    pub version: i32,
    /// Its fields.
    pub form: Filled,
    /// What does not work.
    pub systems: Vec<AffectedSystem>,
    /// The liaison of the Land reads along.
    pub land_reads: bool,
    /// The provider that serves the town is told, and reads along.
    pub provider_reads: bool,
    /// The police investigates.
    pub is_under_investigation: bool,
    /// Somebody else changed it after the form was shown.
    pub is_conflict: bool,
}

impl IncidentDetailsPage {
    fn field(&self, (name, label): (&'static str, String), control: FieldControl) -> Field {
        let language = self.frame.language;
        self.form.field((name, label), control, language)
    }

    /// Fields before the systems.
    fn first_fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let phases = Phase::ALL.iter();
        let phases = phases.map(|phase| (phase.value().to_owned(), phase.label(language)));
        let unknown = (String::new(), fl!(texts, "details-severity-unknown"));
        let severities = (1..=5).map(|n: u8| {
            let label = fl!(texts, "incident-severity-of", n = n);
            (n.to_string(), label)
        });
        let severities = [unknown].into_iter().chain(severities);
        vec![
            self.field(
                ("phase", fl!(texts, "incident-phase")),
                FieldControl::Radio(phases.collect()),
            ),
            self.field(
                ("schwere", fl!(texts, "incident-severity")),
                FieldControl::Choice(severities.collect()),
            ),
        ]
    }

    /// Fields after the systems.
    fn fields(&self) -> Vec<Field> {
        let texts = self.frame.texts();
        let services = self.field(
            ("verfahren", fl!(texts, "incident-services")),
            FieldControl::Area(3, CONTRACTS),
        );
        let measures = self.field(
            ("massnahmen", fl!(texts, "incident-measures")),
            FieldControl::Area(6, MEASURES),
        );
        let concerned = ["unknown", "yes", "no"].into_iter();
        let concerned = concerned.map(|value| {
            let label = match value {
                "yes" => fl!(texts, "details-concerned-yes"),
                "no" => fl!(texts, "details-concerned-no"),
                _ => fl!(texts, "details-concerned-unknown"),
            };
            (value.to_owned(), label)
        });
        let concerned = self.field(
            ("personendaten", fl!(texts, "details-concerned")),
            FieldControl::Radio(concerned.collect()),
        );
        let known = self.field(
            ("bekannt", fl!(texts, "details-known")),
            FieldControl::Line("datetime-local", 16),
        );
        vec![
            services.hinted(fl!(texts, "details-services-hint")),
            measures,
            concerned.hinted(fl!(texts, "details-concerned-hint")),
            known.hinted(fl!(texts, "details-known-hint")),
        ]
    }

    /// Fields of who is bound by contract, and of how far all this goes.
    fn last_fields(&self) -> Vec<Field> {
        let (texts, language) = (self.frame.texts(), self.frame.language);
        let line = |most| FieldControl::Line("text", most);
        let insurer = self.field(("versicherung", fl!(texts, "details-insurer")), line(120));
        let policy = self.field(("police", fl!(texts, "details-policy")), line(60));
        let phone = self.field(
            ("schadennummer", fl!(texts, "details-claims-phone")),
            FieldControl::Line("tel", 40),
        );
        let contracts = self.field(
            ("vertraege", fl!(texts, "details-contracts")),
            FieldControl::Area(4, CONTRACTS),
        );
        let levels = Tlp::ALL.iter();
        let levels = levels.map(|tlp| (tlp.value().to_owned(), tlp.label(language)));
        let tlp = self.field(
            ("tlp", fl!(texts, "details-tlp")),
            FieldControl::Radio(levels.collect()),
        );
        vec![
            insurer,
            policy,
            phone,
            contracts.hinted(fl!(texts, "details-contracts-hint")),
            tlp.hinted(fl!(texts, "details-tlp-hint")),
        ]
    }

    fn messages(&self) -> Vec<(&'static str, String)> {
        let all = [self.first_fields(), self.fields(), self.last_fields()];
        Field::messages(all.concat())
    }
}
