//! Reference data in the database.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Iterable,
    PrimaryKeyToColumn, QueryFilter, QueryOrder,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::edition::PlacesEdition;
use super::taxonomy::{Playbook, PlaybookNeed, Symptom, Synonyms, Taxonomy, Term, Text};
use super::{PostcodeRow, Region};
use crate::db::{StorageError, Txn};
use crate::entity::{
    playbook_need, postcode, reference_edition, region, symptom, taxonomy_synonym, taxonomy_term,
};

/// Rows a statement: SQLite allows 32,766 parameters.
const ROWS_A_STATEMENT: usize = 1_000;

/// The edition of a part that is loaded.
pub(super) async fn edition<C: ConnectionTrait>(
    db: &C,
    part: &str,
) -> Result<Option<String>, DbErr> {
    let row = reference_edition::Entity::find_by_id(part.to_owned())
        .one(db)
        .await?;
    Ok(row.map(|row| row.edition))
}

pub(super) async fn set_edition(txn: &Txn, part: &str, edition: &str) -> Result<(), DbErr> {
    let row = reference_edition::Model {
        part: part.to_owned(),
        edition: edition.to_owned(),
        loaded_at: txn.now(),
    };
    upsert::<reference_edition::Entity>(txn, vec![row]).await
}

/// Which places there are.
pub(super) async fn places_edition<C: ConnectionTrait>(
    db: &C,
) -> Result<PlacesEdition, StorageError> {
    let shipped = edition(db, PlacesEdition::SHIPPED).await?;
    let official = edition(db, PlacesEdition::OFFICIAL).await?;
    let shipped = shipped.ok_or(StorageError::Corrupt("reference_editions.part"))?;
    PlacesEdition::of(&shipped, official.as_deref())
        .map_err(|_| StorageError::Corrupt("reference_editions.edition"))
}

/// Inserts rows, or brings those with the same key up to date; others stay, because people refer to them.
pub(super) async fn upsert<E>(txn: &Txn, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let mut conflict =
        OnConflict::columns(E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column));
    let values: Vec<E::Column> = E::Column::iter()
        .filter(|column| E::PrimaryKey::from_column(*column).is_none())
        .collect();
    if values.is_empty() {
        conflict.do_nothing();
    } else {
        conflict.update_columns(values);
    }
    let mut rows = rows
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(ROWS_A_STATEMENT).collect();
        E::insert_many(chunk)
            .on_conflict(conflict.clone())
            .exec_without_returning(txn.connection())
            .await?;
    }
    Ok(())
}

pub(super) async fn save_regions(txn: &Txn, regions: Vec<Region>) -> Result<(), DbErr> {
    let row = |region: Region| region::Model {
        ags: region.ags.to_string(),
        ars: region.ars.map(|ars| ars.as_str().to_owned()),
        level: region.level.as_str().to_owned(),
        name: region.name,
        designation: region.designation.label().to_owned(),
        parent: region.parent.map(|parent| parent.to_string()),
        lat: region.lat,
        lon: region.lon,
        population: region.population.map(i64::from),
        pop_est: i64::from(region.pop_est),
        successor: region.successor.map(|successor| successor.to_string()),
        is_approximate: region.is_approximate,
    };
    upsert::<region::Entity>(txn, regions.into_iter().map(row).collect()).await
}

pub(super) async fn save_postcodes(txn: &Txn, postcodes: Vec<PostcodeRow>) -> Result<(), DbErr> {
    let row = |given: PostcodeRow| postcode::Model {
        postcode: given.postcode.to_string(),
        ags: given.ags.to_string(),
        is_primary: given.primary,
    };
    upsert::<postcode::Entity>(txn, postcodes.into_iter().map(row).collect()).await
}

/// Brings the vocabulary to a shipped edition; terms that people changed stay as they are.
pub(super) async fn save_taxonomy(txn: &Txn, taxonomy: &Taxonomy) -> Result<(), DbErr> {
    let edited = taxonomy_term::Entity::find()
        .filter(taxonomy_term::Column::EditedAt.is_not_null())
        .all(txn.connection())
        .await?;
    let is_edited = |term: &Term| edited.iter().any(|row| row.id == term.id);
    let terms = (0..)
        .zip(taxonomy.terms())
        .filter(|(_, term)| !is_edited(term))
        .map(|(position, term)| taxonomy_term::Model {
            id: term.id.clone(),
            position,
            axis: <&str>::from(term.axis).to_owned(),
            parent: term.parent.clone(),
            label_de: term.label.de.clone(),
            label_en: term.label.en.clone(),
            attributes: Value::Object(term.attributes.clone()).to_string(),
            merged_into: None,
            retired_at: None,
            edited_at: None,
            version: 1,
        });
    let symptoms = (0..)
        .zip(taxonomy.symptoms())
        .map(|(position, symptom)| symptom::Model {
            id: symptom.id.clone(),
            position,
            label_de: symptom.label.de.clone(),
            label_en: symptom.label.en.clone(),
            hint_de: symptom.hint.de.clone(),
            hint_en: symptom.hint.en.clone(),
            incident_class: symptom.incident_class.clone(),
        });
    let of_terms = taxonomy
        .terms()
        .iter()
        .filter(|term| !is_edited(term))
        .flat_map(|term| synonym_rows(&term.id, &term.synonyms));
    let of_symptoms = taxonomy
        .symptoms()
        .iter()
        .flat_map(|symptom| synonym_rows(&symptom.id, &symptom.synonyms));
    upsert::<taxonomy_term::Entity>(txn, terms.collect()).await?;
    upsert::<symptom::Entity>(txn, symptoms.collect()).await?;
    upsert::<taxonomy_synonym::Entity>(txn, of_terms.chain(of_symptoms).collect()).await?;
    let needs = taxonomy.playbooks().iter().flat_map(playbook_rows);
    upsert::<playbook_need::Entity>(txn, needs.collect()).await
}

pub(super) fn synonym_rows(term: &str, synonyms: &Synonyms) -> Vec<taxonomy_synonym::Model> {
    let Synonyms { de, en } = synonyms;
    let row = |language: &str, phrase: &String| taxonomy_synonym::Model {
        term: term.to_owned(),
        language: language.to_owned(),
        phrase: phrase.clone(),
    };
    let mut rows: Vec<_> = de
        .iter()
        .map(|phrase| row("de", phrase))
        .chain(en.iter().map(|phrase| row("en", phrase)))
        .collect();
    rows.sort_by(|a, b| (&a.language, &a.phrase).cmp(&(&b.language, &b.phrase)));
    rows.dedup();
    rows
}

fn playbook_rows(playbook: &Playbook) -> Vec<playbook_need::Model> {
    let row = |(position, need): (i32, &PlaybookNeed)| playbook_need::Model {
        symptom: playbook.symptom.clone(),
        phase: <&str>::from(playbook.phase).to_owned(),
        position,
        need: serde_json::to_string(need).unwrap_or_default(),
    };
    (0..).zip(&playbook.needs).map(row).collect()
}

pub(super) async fn regions<C: ConnectionTrait>(db: &C) -> Result<Vec<Region>, StorageError> {
    let rows = region::Entity::find()
        .order_by_asc(region::Column::Ags)
        .all(db)
        .await?;
    let region = |row: region::Model| {
        let region = json!({
            "ags": row.ags, "ars": row.ars, "level": row.level, "name": row.name, "kind": row.designation, "parent": row.parent,
            "lat": row.lat, "lon": row.lon, "population": row.population, "pop_est": row.pop_est, "successor": row.successor,
            "is_approximate": row.is_approximate,
        });
        read(region, "regions")
    };
    rows.into_iter().map(region).collect()
}

pub(super) async fn postcodes<C: ConnectionTrait>(
    db: &C,
) -> Result<Vec<PostcodeRow>, StorageError> {
    let rows = postcode::Entity::find()
        .order_by_asc(postcode::Column::Postcode)
        .order_by_asc(postcode::Column::Ags)
        .all(db)
        .await?;
    let postcode = |row: postcode::Model| {
        Ok(PostcodeRow {
            postcode: row
                .postcode
                .parse()
                .map_err(|_| StorageError::Corrupt("postcodes"))?,
            ags: row
                .ags
                .parse()
                .map_err(|_| StorageError::Corrupt("postcodes"))?,
            primary: row.is_primary,
        })
    };
    rows.into_iter().map(postcode).collect()
}

/// Synonyms by the id of what they name.
pub(super) async fn synonyms<C: ConnectionTrait>(
    db: &C,
) -> Result<HashMap<String, Synonyms>, DbErr> {
    let rows = taxonomy_synonym::Entity::find()
        .order_by_asc(taxonomy_synonym::Column::Term)
        .order_by_asc(taxonomy_synonym::Column::Phrase)
        .all(db)
        .await?;
    let mut found: HashMap<String, Synonyms> = HashMap::new();
    for taxonomy_synonym::Model {
        term,
        language,
        phrase,
    } in rows
    {
        let synonyms = found.entry(term).or_default();
        if language == "en" {
            &mut synonyms.en
        } else {
            &mut synonyms.de
        }
        .push(phrase);
    }
    Ok(found)
}

pub(super) async fn taxonomy<C: ConnectionTrait>(db: &C) -> Result<Taxonomy, StorageError> {
    let mut synonyms = synonyms(db).await?;
    let mut of = |id: &str| synonyms.remove(id).unwrap_or_default();
    let rows = taxonomy_term::Entity::find()
        .order_by_asc(taxonomy_term::Column::Position)
        .order_by_asc(taxonomy_term::Column::Id)
        .all(db)
        .await?;
    let (mut terms, mut retired, mut merged) = (Vec::new(), Vec::new(), Vec::new());
    for mut row in rows {
        if let Some(into) = row.merged_into.take() {
            merged.push((row.id, into));
            continue;
        }
        let place = if row.retired_at.is_some() {
            &mut retired
        } else {
            &mut terms
        };
        let synonyms = of(&row.id);
        place.push(term(row, synonyms)?);
    }
    let rows = symptom::Entity::find()
        .order_by_asc(symptom::Column::Position)
        .all(db)
        .await?;
    let symptom = |row: symptom::Model| Symptom {
        label: Text {
            de: row.label_de,
            en: row.label_en,
        },
        hint: Text {
            de: row.hint_de,
            en: row.hint_en,
        },
        incident_class: row.incident_class,
        synonyms: of(&row.id),
        id: row.id,
    };
    let symptoms = rows.into_iter().map(symptom).collect();
    Ok(Taxonomy::of_past(retired, merged).and(terms, symptoms, playbooks(db).await?))
}

fn term(row: taxonomy_term::Model, synonyms: Synonyms) -> Result<Term, StorageError> {
    Ok(Term {
        axis: row
            .axis
            .parse()
            .map_err(|_| StorageError::Corrupt("taxonomy_terms.axis"))?,
        parent: row.parent,
        label: Text {
            de: row.label_de,
            en: row.label_en,
        },
        synonyms,
        attributes: serde_json::from_str(&row.attributes)
            .map_err(|_| StorageError::Corrupt("taxonomy_terms.attributes"))?,
        id: row.id,
    })
}

async fn playbooks<C: ConnectionTrait>(db: &C) -> Result<Vec<Playbook>, StorageError> {
    use playbook_need::Column;
    let query = playbook_need::Entity::find()
        .order_by_asc(Column::Symptom)
        .order_by_asc(Column::Phase);
    let rows = query.order_by_asc(Column::Position).all(db).await?;
    let mut playbooks: Vec<Playbook> = Vec::new();
    for row in rows {
        let phase = row
            .phase
            .parse()
            .map_err(|_| StorageError::Corrupt("playbook_needs.phase"))?;
        let need = serde_json::from_str(&row.need)
            .map_err(|_| StorageError::Corrupt("playbook_needs.need"))?;
        match playbooks
            .last_mut()
            .filter(|last| last.symptom == row.symptom && last.phase == phase)
        {
            Some(last) => last.needs.push(need),
            None => playbooks.push(Playbook {
                symptom: row.symptom,
                phase,
                needs: vec![need],
            }),
        }
    }
    Ok(playbooks)
}

pub(super) fn read<T: DeserializeOwned>(
    value: Value,
    table: &'static str,
) -> Result<T, StorageError> {
    serde_json::from_value(value).map_err(|_| StorageError::Corrupt(table))
}

pub(super) fn name_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
