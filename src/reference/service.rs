//! Installing the reference data and holding it in memory.

use std::sync::{Arc, OnceLock};

use migration::reference as shipped;
use sha2::{Digest, Sha256};

use super::administration::name_officially;
use super::edition::PlacesEdition;
use super::living::Part;
use super::taxonomy::{self, Taxonomy, TaxonomyError};
use super::texts::Texts;
use super::{
    BuildError, Edition, EditionError, LandContact, Lexicon, NamedAdministration, PostcodeRow,
    Region, RegionGroup, Regions, TableError, derive_administrations, keeping, official,
    parse_land_contacts, parse_postcodes, parse_region_groups, parse_regions, store,
};
use crate::db::{Actor, AuditEntry, Db, StorageError, Txn};

/// Why reference data is not usable.
#[derive(Debug, thiserror::Error)]
pub enum ReferenceError {
    /// A shipped table is damaged.
    #[error("a shipped table cannot be read")]
    Table(#[from] TableError),
    /// The shipped vocabulary is damaged.
    #[error("the shipped vocabulary cannot be read")]
    Taxonomy(#[from] TaxonomyError),
    /// The edition is not named.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// The regions contradict each other.
    #[error("the regions do not fit together")]
    Build(#[from] BuildError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<sea_orm::DbErr> for ReferenceError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

/// Places, contacts and vocabulary of this installation.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The places of Germany.
    pub regions: Arc<Regions>,
    /// Named groups of Kreise.
    pub groups: Vec<RegionGroup>,
    /// Whom to call in a Land.
    pub contacts: Vec<LandContact>,
    /// The vocabulary.
    pub taxonomy: Arc<Taxonomy>,
    /// Texts that somebody answers for.
    pub texts: Texts,
    /// Made when first asked for, see [`Self::lexicon`].
    pub(crate) words: Arc<OnceLock<Lexicon>>,
}

impl Reference {
    /// Names of places and words of the vocabulary, as they stand in running text.
    pub fn lexicon(&self) -> &Lexicon {
        self.words
            .get_or_init(|| Lexicon::of(&self.regions, &self.taxonomy))
    }
}

/// Brings the database to the shipped edition. Rows that are no longer shipped stay: people refer to them.
///
/// # Errors
/// A shipped file is damaged, or storage failed; nothing was changed.
pub async fn install(db: &Db) -> Result<(), ReferenceError> {
    let vocabulary = vocabulary_edition();
    let mut txn = db.begin().await?;
    install_places(&mut txn).await?;
    let contacts = hash_of(&[shipped::LAND_CONTACTS]);
    let loaded = store::edition(txn.connection(), "contacts").await?;
    if loaded.as_ref() != Some(&contacts) {
        let shipped = parse_land_contacts(shipped::LAND_CONTACTS)?;
        keeping::install_contacts(&txn, shipped).await?;
        store::set_edition(&txn, "contacts", &contacts).await?;
        txn.audit(installed("contacts", &contacts));
    }
    let loaded = store::edition(txn.connection(), "taxonomy").await?;
    if loaded.as_ref() != Some(&vocabulary) {
        store::save_taxonomy(&txn, &taxonomy::shipped()?).await?;
        store::set_edition(&txn, "taxonomy", &vocabulary).await?;
        txn.audit(installed("taxonomy", &vocabulary));
    }
    keeping::install_texts(&mut txn).await?;
    txn.commit().await?;
    Ok(())
}

/// Brings the places to the shipped edition, unless an official file was taken over: a table put over it would leave what
/// only the file knew. From then on files bring what is new.
async fn install_places(txn: &mut Txn) -> Result<(), ReferenceError> {
    let edition = Edition::parse(shipped::VERSION)?;
    let loaded = store::edition(txn.connection(), PlacesEdition::SHIPPED).await?;
    if loaded.as_ref() == Some(&edition.name) {
        return Ok(());
    }
    // First, because it waits for whoever takes a file over: what is read before may be old when it is written.
    store::set_edition(txn, PlacesEdition::SHIPPED, &edition.name).await?;
    let official = store::edition(txn.connection(), PlacesEdition::OFFICIAL).await?;
    if official.is_some() {
        return Ok(());
    }
    store::save_regions(txn, parse_regions(shipped::REGIONS)?).await?;
    store::save_postcodes(txn, parse_postcodes(shipped::POSTCODES)?).await?;
    if loaded.is_some() {
        Part::Regions.changed(txn);
    }
    txn.audit(installed("regions", &edition.name));
    Ok(())
}

/// Loads the reference data of this installation into memory.
///
/// # Errors
/// Storage failed, or the regions contradict each other.
pub async fn load(db: &Db) -> Result<Reference, ReferenceError> {
    Ok(Reference {
        regions: Arc::new(regions(db).await?),
        groups: parse_region_groups(shipped::REGION_GROUPS)?,
        contacts: keeping::shown_contacts(db.reader()).await?,
        taxonomy: Arc::new(store::taxonomy(db.reader()).await?),
        texts: keeping::shown_texts(db).await?,
        words: Arc::default(),
    })
}

/// The places of this installation.
pub(super) async fn regions(db: &Db) -> Result<Regions, ReferenceError> {
    // The places last: whatever is taken over meanwhile, the keys that the others use are among them.
    let edition = store::places_edition(db.reader()).await?;
    let postcodes = store::postcodes(db.reader()).await?;
    let named = official::named_administrations(db.reader()).await?;
    let regions = store::regions(db.reader()).await?;
    Ok(assemble(regions, postcodes, named)?.in_edition(edition))
}

/// The directory of these places.
pub(super) fn assemble(
    regions: Vec<Region>,
    postcodes: Vec<PostcodeRow>,
    named: Vec<NamedAdministration>,
) -> Result<Regions, BuildError> {
    let mut administrations = derive_administrations(&regions);
    name_officially(&mut administrations, &named);
    let regions = Regions::build(regions, postcodes, administrations)?;
    Ok(regions.with_past_administrations(named))
}

fn installed(part: &'static str, edition: &str) -> AuditEntry {
    AuditEntry {
        actor: Actor::Service,
        action: "reference.installed",
        subject: part.to_owned(),
        details: serde_json::json!({ "edition": edition }),
    }
}

/// Names the shipped vocabulary by its content.
fn vocabulary_edition() -> String {
    use shipped::taxonomy::{
        CERTIFICATIONS, DOMAINS, EVERYDAY, INCIDENT_CLASSES, LANGUAGES, PLAYBOOKS, PROCEDURES,
        PRODUCTS, ROLES, SHARED, SYMPTOMS,
    };
    let files = [
        ROLES,
        DOMAINS,
        PROCEDURES,
        PRODUCTS,
        CERTIFICATIONS,
        LANGUAGES,
        INCIDENT_CLASSES,
        SYMPTOMS,
        EVERYDAY,
        SHARED,
        PLAYBOOKS,
    ];
    hash_of(&files)
}

/// Names shipped files by their content.
fn hash_of(files: &[&str]) -> String {
    let hash = files.iter().fold(Sha256::new(), sha2::Digest::chain_update);
    let bytes: [u8; 32] = hash.finalize().into();
    let [a, b, c, d, ..] = bytes;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}
