//! Masked cards in words.

use web::Language;
use web::pages::{FacetKind, OrganisationKind};
use web::parts::{
    Availability, Certification, EntryKind, Evidence, ExpertCard, LanguageSkill, Readiness,
    Segment, Skill, WorkMode,
};

use crate::app::AppState;
use crate::clock::Instant;
use crate::pages::{day, month};
use crate::reference::{Land, Reference, Text};
use crate::search::Snapshot;
use crate::search::card::{
    Card, CardAvailability, CardCertification, CardEmployer, CardLanguage, CardSkill,
};
use crate::search::lands::LandTable;
use crate::search::result::{HighlightBody, HitBody};

/// What turns ids into words.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// Places and vocabulary.
    pub reference: &'a Reference,
    /// The moment shown.
    pub snapshot: &'a Snapshot,
    /// Language of the page.
    pub language: Language,
    /// The present.
    pub now: Instant,
}

impl<'a> Labels<'a> {
    /// For a page answered now.
    pub fn of(app: &'a AppState, snapshot: &'a Snapshot, language: Language) -> Self {
        Self {
            reference: &app.reference,
            snapshot,
            language,
            now: app.db.clock().now(),
        }
    }
    /// The page's language as the index knows it.
    pub fn in_index(&self) -> search_index::Language {
        match self.language {
            Language::German => search_index::Language::German,
            Language::English => search_index::Language::English,
        }
    }

    /// A text in the page's language.
    pub fn pick<'t>(&self, text: &'t Text) -> &'t str {
        match self.language {
            Language::English if !text.en.is_empty() => &text.en,
            Language::German | Language::English => &text.de,
        }
    }

    /// Name of a term; its id where it is unknown.
    pub fn term(&self, id: &str) -> String {
        let term = self.reference.taxonomy.term(id);
        term.map_or(id, |term| self.pick(&term.label)).to_owned()
    }

    /// Name of a Land or group of Länder.
    pub fn land(&self, id: &str) -> String {
        let table = LandTable::of(self.snapshot);
        let name = table.number_of(id).and_then(|number| table.name_of(number));
        name.map_or_else(String::new, |name| match self.language {
            Language::German => name.label_de().to_owned(),
            Language::English => name.label_en().to_owned(),
        })
    }

    /// Name of a value of a facet.
    pub(super) fn facet_value(&self, kind: FacetKind, id: &str) -> String {
        match kind {
            FacetKind::Land => self.land(id),
            FacetKind::Availability => readiness(id).label(self.language),
            FacetKind::Mode => mode(id).label(self.language),
            FacetKind::Role
            | FacetKind::Domain
            | FacetKind::Procedure
            | FacetKind::Product
            | FacetKind::Certification
            | FacetKind::Language => self.term(id),
        }
    }

    /// A card of a list, with why it was found.
    pub(super) fn hit(&self, hit: &HitBody) -> ExpertCard {
        let mut shown = self.card(&hit.card);
        let marked = |field: &str| {
            let highlight = hit.highlights.iter().find(|found| found.field == field)?;
            Some(segments(highlight))
        };
        if let Some(headline) = marked("headline") {
            shown.headline = headline;
        }
        shown.excerpt = marked("text").unwrap_or_default();
        shown.reasons.clone_from(&hit.reasons);
        shown
    }

    /// A masked card.
    pub fn card(&self, card: &Card) -> ExpertCard {
        ExpertCard {
            href: format!("/fachkraefte/{}", card.id),
            alias: card.alias.clone(),
            kind: card
                .headcount
                .map_or(EntryKind::Person, |headcount| EntryKind::Capacity {
                    headcount,
                }),
            headline: Segment::plain(&card.headline),
            excerpt: Vec::new(),
            reasons: Vec::new(),
            employer: self.employer(&card.employer),
            region: self.land(&card.region.land),
            distance_km: card.distance_km,
            mode: mode(&card.mode),
            availability: self.availability(&card.availability),
            confirmed: card.confirmed_on.as_deref().and_then(|on| self.month(on)),
            skills: card.skills.iter().map(|skill| self.skill(skill)).collect(),
            languages: card
                .languages
                .iter()
                .map(|spoken| self.spoken(spoken))
                .collect(),
        }
    }

    /// An employer: its kind, and its Land where that is shown.
    pub fn employer(&self, employer: &CardEmployer) -> String {
        let kind = organisation_kind(&employer.kind).label(self.language);
        let land = employer.land.as_deref();
        let land = land.and_then(|ags| Land::from_number(ags.parse().ok()?));
        match (land, self.language) {
            (None, _) => kind,
            (Some(land), Language::German) => format!("{kind}, {}", land.name_de()),
            (Some(land), Language::English) => format!("{kind}, {}", land.name_en()),
        }
    }

    fn availability(&self, shown: &CardAvailability) -> Availability {
        Availability {
            state: readiness(&shown.state),
            from: shown.from.map(|from| day(from, self.language)),
        }
    }

    fn month(&self, on: &str) -> Option<String> {
        let first = format!("{on}-01").parse().ok()?;
        Some(month(first, self.language))
    }

    fn skill(&self, skill: &CardSkill) -> Skill {
        Skill {
            label: self.term(&skill.id),
            level: skill.level,
            evidence: match skill.evidence.as_str() {
                "employer" => Evidence::Employer,
                "certified" => Evidence::Certified,
                "deployment" => Evidence::Deployment,
                _ => Evidence::SelfDeclared,
            },
        }
    }

    fn spoken(&self, spoken: &CardLanguage) -> LanguageSkill {
        LanguageSkill {
            label: self.term(&spoken.id),
            cefr: spoken.cefr.clone(),
        }
    }

    /// A certificate of a masked entry: whether it counts, not until when.
    pub(super) fn certification(&self, held: &CardCertification) -> Certification {
        Certification {
            label: self.term(&held.id),
            is_valid: held.valid,
            valid_until: None,
        }
    }
}

/// A text cut where its marks begin and end; positions are characters.
fn segments(highlight: &HighlightBody) -> Vec<Segment> {
    let text: Vec<char> = highlight.text.chars().collect();
    let mut segments = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, is_marked| {
        let piece: String = text.get(from..to).unwrap_or_default().iter().collect();
        if !piece.is_empty() {
            segments.push(Segment {
                text: piece,
                is_marked,
            });
        }
    };
    for (from, to) in &highlight.ranges {
        push(at, *from, false);
        push(*from, *to, true);
        at = *to;
    }
    push(at, text.len(), false);
    segments
}

fn readiness(state: &str) -> Readiness {
    match state {
        "now" => Readiness::Now,
        "24h" => Readiness::Within24Hours,
        "72h" => Readiness::Within72Hours,
        "later" => Readiness::Later,
        "remote_only" => Readiness::RemoteOnly,
        _ => Readiness::Unavailable,
    }
}

fn mode(mode: &str) -> WorkMode {
    match mode {
        "on_site" => WorkMode::OnSite,
        "remote" => WorkMode::Remote,
        _ => WorkMode::Either,
    }
}

fn organisation_kind(kind: &str) -> OrganisationKind {
    match kind {
        "it_provider" => OrganisationKind::ItProvider,
        "municipality" => OrganisationKind::Municipality,
        "district" => OrganisationKind::District,
        "municipal_association" => OrganisationKind::MunicipalAssociation,
        "special_purpose_association" => OrganisationKind::SpecialPurposeAssociation,
        "municipal_company" => OrganisationKind::MunicipalCompany,
        "land_authority" => OrganisationKind::LandAuthority,
        "federal_authority" => OrganisationKind::FederalAuthority,
        _ => OrganisationKind::Company,
    }
}
