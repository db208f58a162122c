//! Frozen history of the schema, and the reference data shipped with it.
//!
//! Migrations go forward only, each in one transaction on both databases, and know no entity: they
//! must still do the same when the entities have moved on.

mod m0001_records;
mod m0002_reference;
mod m0003_accounts;
mod m0004_organisations;
mod m0005_experts;
mod m0006_vetting;
mod m0007_sessions;
mod m0008_account_access;
mod m0009_passkeys;
mod m0010_checkpoints;
mod m0011_emergency_cards;
mod m0012_privacy;
mod m0013_reveals;
mod m0014_alarms;
mod m0015_accounts;
mod m0016_notices;
mod m0017_evidence;
mod m0018_vetting;
mod m0019_imports;
mod m0020_employer;
mod m0021_upkeep;
mod m0022_reference;
mod m0023_profile_parts;
mod m0024_deliveries;
mod m0026_offers;
mod m0027_regions;
mod m0028_notices;
mod m0029_texts;
mod m0030_delegations;
mod m0032_absence_events;
mod m0034_incidents;
mod m0035_requests;
mod m0036_roster;
mod m0037_incident_details;
mod m0038_deliveries;
mod m0039_incident_attachments;
mod m0040_calls;
mod m0043_town_calls;
mod m0044_recalls;
mod m0045_readers;
mod m0046_deployments;
mod m0047_legal;
mod m0048_thread;
mod m0049_readiness;
mod m0050_costs;
mod m0051_reviews;
mod m0052_offer_requests;
mod m0054_care;
pub mod reference;

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::{MigratorTrait, migrator::MigrationStatus, sea_orm};

/// All migrations in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_records::Migration),
            Box::new(m0002_reference::Migration),
            Box::new(m0003_accounts::Migration),
            Box::new(m0004_organisations::Migration),
            Box::new(m0005_experts::Migration),
            Box::new(m0006_vetting::Migration),
            Box::new(m0007_sessions::Migration),
            Box::new(m0008_account_access::Migration),
            Box::new(m0009_passkeys::Migration),
            Box::new(m0010_checkpoints::Migration),
            Box::new(m0011_emergency_cards::Migration),
            Box::new(m0012_privacy::Migration),
            Box::new(m0013_reveals::Migration),
            Box::new(m0014_alarms::Migration),
            Box::new(m0015_accounts::Migration),
            Box::new(m0016_notices::Migration),
            Box::new(m0017_evidence::Migration),
            Box::new(m0018_vetting::Migration),
            Box::new(m0019_imports::Migration),
            Box::new(m0020_employer::Migration),
            Box::new(m0021_upkeep::Migration),
            Box::new(m0022_reference::Migration),
            Box::new(m0023_profile_parts::Migration),
            Box::new(m0024_deliveries::Migration),
            Box::new(m0026_offers::Migration),
            Box::new(m0027_regions::Migration),
            Box::new(m0028_notices::Migration),
            Box::new(m0029_texts::Migration),
            Box::new(m0030_delegations::Migration),
            Box::new(m0032_absence_events::Migration),
            Box::new(m0034_incidents::Migration),
            Box::new(m0035_requests::Migration),
            Box::new(m0036_roster::Migration),
            Box::new(m0037_incident_details::Migration),
            Box::new(m0038_deliveries::Migration),
            Box::new(m0039_incident_attachments::Migration),
            Box::new(m0040_calls::Migration),
            Box::new(m0043_town_calls::Migration),
            Box::new(m0044_recalls::Migration),
            Box::new(m0045_readers::Migration),
            Box::new(m0046_deployments::Migration),
            Box::new(m0047_legal::Migration),
            Box::new(m0048_thread::Migration),
            Box::new(m0049_readiness::Migration),
            Box::new(m0050_costs::Migration),
            Box::new(m0051_reviews::Migration),
            Box::new(m0052_offer_requests::Migration),
            Box::new(m0054_care::Migration),
        ]
    }
}

/// Creates the tables and then the indexes of one migration.
async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}

/// An index `<table>_<columns>` over the columns named.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// The same, unique.
fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().to_owned()
}

/// A reference to a row of another table that must exist.
fn refers(
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(to, key)
        .to_owned()
}
