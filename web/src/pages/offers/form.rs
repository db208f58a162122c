//! `/organisation/angebote/neu` and `/organisation/angebote/{id}`: an offer; a form that posts `titel`, `titel-englisch`,
//! `beschreibung`, `beschreibung-englisch`, what its kind has (`anzahl`; `vcpu`, `arbeitsspeicher`, `speicher`; `verfahren`,
//! `produkt`; `faehigkeit-1` and `stufe-1` and so on with `zeilen`), `ort`, `reichweite`, `umkreis`, `vorlauf`, `tage`,
//! `kosten`, `kosten-hinweis`, `kosten-hinweis-englisch`, `bis`, `stand` or `formular`, and `was` (`mehr`, `speichern`, `veroeffentlichen`).

use askama::Template;
use i18n_embed_fl::fl;

use super::OfferRefusal;
use crate::pages::SkillInput;
use crate::parts::{Field, FieldControl, Filled, OfferCost, OfferKind, level_label};
use crate::{Frame, assets};

/// The form of an offer.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/offer_form.html")]
pub struct OfferFormPage {
    /// Surroundings.
    pub frame: Frame,
    /// Name of the organisation.
    pub name: String,
    /// What is offered.
    pub kind: OfferKind,
    /// Where the form is sent.
    pub action: String,
    /// Whether it is new, and if not, how it stands.
    pub state: OfferFormState,
    /// Everything but the skills.
    pub form: Filled,
    /// The skills of a team package.
    pub skills: Vec<SkillInput>,
    /// All that can be typed, with other words for it.
    pub names: Vec<(String, String)>,
    /// Procedures to choose from: id and name.
    pub procedures: Vec<(String, String)>,
    /// Products to choose from: id and name.
    pub products: Vec<(String, String)>,
    /// Somebody else changed the offer meanwhile.
    pub is_conflict: bool,
    /// Why the offer was not kept.
    pub refused: Option<OfferRefusal>,
}

/// Which offer a form is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferFormState {
    /// A new one; names the form, so that sending it twice is one offer.
    New(String),
    /// A draft of this version.
    Draft(i32),
    /// One of this version that was withdrawn.
    Withdrawn(i32),
    /// One of this version that is published.
    Published(i32),
}

/// Most characters of a line.
const LINE: u16 = 160;
/// Most characters of a description.
const AREA: u16 = 4_000;

impl OfferFormPage {
    fn is_new(&self) -> bool {
        matches!(self.state, OfferFormState::New(_))
    }

    fn is_withdrawn(&self) -> bool {
        matches!(self.state, OfferFormState::Withdrawn(_))
    }

    fn is_published(&self) -> bool {
        matches!(self.state, OfferFormState::Published(_))
    }

    /// Name and value of what says which offer the form is of.
    fn token(&self) -> (&'static str, String) {
        match &self.state {
            OfferFormState::New(token) => ("formular", token.clone()),
            OfferFormState::Draft(version)
            | OfferFormState::Withdrawn(version)
            | OfferFormState::Published(version) => ("stand", version.to_string()),
        }
    }

    /// The forms of the other kinds.
    fn kinds(&self) -> Vec<(String, String, bool)> {
        let kind = |kind: OfferKind| {
            let href = format!("/organisation/angebote/neu?art={}", kind.value());
            (href, kind.label(self.frame.language), kind == self.kind)
        };
        OfferKind::ALL.map(kind).to_vec()
    }

    fn field(&self, name: &'static str, label: String, control: FieldControl) -> Field {
        self.form.field((name, label), control, self.frame.language)
    }

    /// What stands before the skills.
    fn first_fields(&self) -> Vec<Field> {
        let texts = self.frame.texts();
        let title = self.field(
            "titel",
            fl!(texts, "offer-title"),
            FieldControl::Line("text", LINE),
        );
        let mut fields = vec![title.hinted(fl!(texts, "offer-title-hint"))];
        fields.extend(self.fields_of_kind());
        fields
    }

    fn fields_of_kind(&self) -> Vec<Field> {
        let texts = self.frame.texts();
        let many = FieldControl::Number(1, 1_000_000);
        match self.kind {
            OfferKind::TeamPackage => vec![self.field(
                "anzahl",
                fl!(texts, "offer-headcount"),
                FieldControl::Number(1, 500),
            )],
            OfferKind::Workplaces => vec![self.field(
                "anzahl",
                fl!(texts, "offer-workplace-count"),
                FieldControl::Number(1, 10_000),
            )],
            OfferKind::Devices => vec![self.field(
                "anzahl",
                fl!(texts, "offer-device-count"),
                FieldControl::Number(1, 10_000),
            )],
            OfferKind::Capacity => vec![
                self.field("vcpu", fl!(texts, "offer-vcpu"), many.clone())
                    .hinted(fl!(texts, "offer-compute-hint")),
                self.field("arbeitsspeicher", fl!(texts, "offer-memory"), many.clone()),
                self.field("speicher", fl!(texts, "offer-storage"), many),
            ],
            OfferKind::Procedure => {
                let choice = |first: String, all: &[(String, String)]| {
                    let none = (String::new(), first);
                    FieldControl::Choice([&[none], all].concat())
                };
                let procedures = choice(fl!(texts, "offer-choose"), &self.procedures);
                let products = choice(fl!(texts, "offer-any-product"), &self.products);
                vec![
                    self.field("verfahren", fl!(texts, "offer-procedure"), procedures),
                    self.field("produkt", fl!(texts, "offer-product"), products),
                ]
            }
        }
    }

    /// What stands after the skills.
    fn fields(&self) -> Vec<Field> {
        let texts = self.frame.texts();
        let reaches = vec![
            ("at_place".to_owned(), fl!(texts, "offer-form-at-place")),
            ("radius".to_owned(), fl!(texts, "offer-form-radius")),
            ("nationwide".to_owned(), fl!(texts, "offer-form-nationwide")),
        ];
        let costs = OfferCost::ALL.iter();
        let costs = costs.map(|cost| {
            let label = cost.label(self.frame.language);
            (cost.value().to_owned(), label)
        });
        let line = FieldControl::Line("text", LINE);
        let place = self.field("ort", fl!(texts, "offer-place"), FieldControl::Place);
        let reach = fl!(texts, "offer-reach");
        let radius = fl!(texts, "offer-radius");
        let radius = self.field("umkreis", radius, FieldControl::Number(25, 1_000));
        let lead = fl!(texts, "offer-lead");
        let lead = self.field("vorlauf", lead, FieldControl::Number(0, 720));
        let days = fl!(texts, "offer-days");
        let days = self.field("tage", days, FieldControl::Number(1, 366));
        let note = self.field(
            "kosten-hinweis",
            fl!(texts, "offer-cost-note"),
            line.clone(),
        );
        let until = self.field("bis", fl!(texts, "offer-until-label"), FieldControl::Day);
        let text = fl!(texts, "offer-text");
        let text = self.field("beschreibung", text, FieldControl::Area(6, AREA));
        let english = fl!(texts, "offer-text-english");
        vec![
            place.hinted(fl!(texts, "offer-place-hint")),
            self.field("reichweite", reach, FieldControl::Radio(reaches)),
            radius.hinted(fl!(texts, "offer-radius-hint")),
            lead.hinted(fl!(texts, "offer-lead-hint")),
            days,
            self.field(
                "kosten",
                fl!(texts, "offer-cost"),
                FieldControl::Radio(costs.collect()),
            ),
            note.hinted(fl!(texts, "offer-cost-note-hint")),
            until.hinted(fl!(texts, "offer-until-hint")),
            text.hinted(fl!(texts, "offer-text-hint")),
            self.field(
                "titel-englisch",
                fl!(texts, "offer-title-english"),
                line.clone(),
            ),
            self.field(
                "kosten-hinweis-englisch",
                fl!(texts, "offer-cost-note-english"),
                line,
            ),
            self.field(
                "beschreibung-englisch",
                english,
                FieldControl::Area(6, AREA),
            ),
        ]
    }

    fn levels(&self) -> Vec<(u8, String)> {
        let label = |level| format!("{level} – {}", level_label(level, self.frame.language));
        (1..=4).map(|level| (level, label(level))).collect()
    }

    fn messages(&self) -> Vec<(String, String)> {
        let named = |fields| {
            let messages = Field::messages(fields).into_iter();
            messages.map(|(name, message)| (name.to_owned(), message))
        };
        let skills = self.skills.iter();
        let skills = skills.filter_map(|skill| Some((skill.id(), skill.message(&self.frame)?)));
        named(self.first_fields())
            .chain(skills)
            .chain(named(self.fields()))
            .collect()
    }
}
