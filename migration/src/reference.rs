//! The reference data shipped with the program, embedded as it stands in `migration/reference/`.
//!
//! Tables are CSV with `;` between fields and a header line. Origin and licences: [`NOTICE`].

/// The edition of this data and the territorial state it describes, a `name;value` pair a line.
pub const VERSION: &str = include_str!("../reference/VERSION");

/// The attribution to show on the imprint page, and what was changed in each file.
pub const NOTICE: &str = include_str!("../reference/NOTICE");

/// Länder, Kreise, Gemeinden and gemeindefreie Gebiete, keyed by AGS.
pub const REGIONS: &str = include_str!("../reference/regions.csv");

/// Which postcode lies in which places; under the Open Database License, see [`POSTCODES_LICENCE`].
pub const POSTCODES: &str = include_str!("../reference/postcodes.csv");

/// The licence of [`POSTCODES`], to be passed on with it.
pub const POSTCODES_LICENCE: &str = include_str!("../reference/postcodes.LICENCE");

/// Named groups of Kreise that are no administrative unit, such as Südwestfalen.
pub const REGION_GROUPS: &str = include_str!("../reference/region_groups.csv");

/// CERT, police and data protection bodies per Land; `land_ags` 00 is the federation.
pub const LAND_CONTACTS: &str = include_str!("../reference/land_contacts.csv");

/// The legal matrix: which sender may help which receiver on which basis, and by which forms people are sent.
pub const LEGAL_RULES: &str = include_str!("../reference/legal_rules.csv");

/// Outlines of Länder and Kreise as `TopoJSON`, ids are AGS.
pub const MAP: &str = include_str!("../reference/map.topojson");

pub mod texts {
    //! Texts that admins keep: the versions shipped, in German and in English.

    /// First aid: a heading, steps, and an exception, a line each.
    pub const FIRST_AID: (&str, &str) = (
        include_str!("../reference/texts/first-aid.de.txt"),
        include_str!("../reference/texts/first-aid.en.txt"),
    );
    /// Conditions of deployment: a point a line, `heading: text`.
    pub const CONDITIONS: (&str, &str) = (
        include_str!("../reference/texts/conditions.de.txt"),
        include_str!("../reference/texts/conditions.en.txt"),
    );
    /// What to think of while it is acute: a line each.
    pub const GUIDE_ACUTE: (&str, &str) = (
        include_str!("../reference/texts/guide-acute.de.txt"),
        include_str!("../reference/texts/guide-acute.en.txt"),
    );
    /// The same while the town works in emergency mode.
    pub const GUIDE_EMERGENCY: (&str, &str) = (
        include_str!("../reference/texts/guide-emergency.de.txt"),
        include_str!("../reference/texts/guide-emergency.en.txt"),
    );
    /// The same while it rebuilds.
    pub const GUIDE_REBUILD: (&str, &str) = (
        include_str!("../reference/texts/guide-rebuild.de.txt"),
        include_str!("../reference/texts/guide-rebuild.en.txt"),
    );
}

pub mod taxonomy {
    //! The product's own vocabulary; what was reviewed and what is a judgement stands in `REVIEW.md` beside it.

    /// Roles: ENISA ECSF and what an incident needs besides.
    pub const ROLES: &str = include_str!("../reference/taxonomy/roles.csv");
    /// Technical and organisational fields.
    pub const DOMAINS: &str = include_str!("../reference/taxonomy/domains.csv");
    /// Municipal procedures (Fachverfahren).
    pub const PROCEDURES: &str = include_str!("../reference/taxonomy/procedures.csv");
    /// Municipal and IT products.
    pub const PRODUCTS: &str = include_str!("../reference/taxonomy/products.csv");
    /// Certificates.
    pub const CERTIFICATIONS: &str = include_str!("../reference/taxonomy/certifications.csv");
    /// Languages.
    pub const LANGUAGES: &str = include_str!("../reference/taxonomy/languages.csv");
    /// Classes and types of incidents (RSIT).
    pub const INCIDENT_CLASSES: &str = include_str!("../reference/taxonomy/incident_classes.csv");
    /// What a requester sees of an incident.
    pub const SYMPTOMS: &str = include_str!("../reference/taxonomy/symptoms.csv");
    /// Everyday words, each leading to one term or symptom.
    pub const EVERYDAY: &str = include_str!("../reference/taxonomy/everyday.csv");
    /// Names that belong to several terms on purpose.
    pub const SHARED: &str = include_str!("../reference/taxonomy/shared.csv");
    /// What a symptom in a phase calls for.
    pub const PLAYBOOKS: &str = include_str!("../reference/taxonomy/playbooks.json");
}
