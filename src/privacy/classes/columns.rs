//! What the columns of the tables are made of.

use super::{Class, Column, Shape, Words};

const fn column(name: &'static str, class: Class, shape: Shape, label: Words) -> Column {
    Column {
        name,
        class,
        label,
        shape,
        is_others: false,
    }
}

/// About no person.
pub(super) const fn plain(name: &'static str) -> Column {
    column(name, Class::None, Shape::Text, Words::NONE)
}

/// About how the service runs.
pub(super) const fn operational(name: &'static str) -> Column {
    column(name, Class::Operational, Shape::Text, Words::NONE)
}

/// Shown to nobody.
pub(super) const fn secret(name: &'static str) -> Column {
    column(name, Class::Secret, Shape::Bytes, Words::NONE)
}

/// An id that stands for the person.
pub(super) const fn pseudonym(
    name: &'static str,
    shape: Shape,
    de: &'static str,
    en: &'static str,
) -> Column {
    column(name, Class::Pseudonym, shape, Words::new(de, en))
}

/// An id that stands for somebody else.
pub(super) const fn others(
    name: &'static str,
    shape: Shape,
    de: &'static str,
    en: &'static str,
) -> Column {
    let mut column = pseudonym(name, shape, de, en);
    column.is_others = true;
    column
}

/// About the person.
pub(super) const fn personal(
    name: &'static str,
    shape: Shape,
    de: &'static str,
    en: &'static str,
) -> Column {
    column(name, Class::Personal, shape, Words::new(de, en))
}

/// About somebody named, and sealed.
pub(super) const fn named(name: &'static str, de: &'static str, en: &'static str) -> Column {
    column(name, Class::Named, Shape::Bytes, Words::new(de, en))
}

/// Said of a deployment, sealed; it may name others. The person's own where this column says `expert`.
pub(super) const fn said(
    name: &'static str,
    own: Option<&'static str>,
    de: &'static str,
    en: &'static str,
) -> Column {
    column(name, Class::Named, Shape::Said(own), Words::new(de, en))
}

/// A file of the person's, sealed.
pub(super) const fn file(name: &'static str, de: &'static str, en: &'static str) -> Column {
    column(name, Class::Sealed, Shape::File, Words::new(de, en))
}

/// About the person, and sealed.
pub(super) const fn sealed(name: &'static str, de: &'static str, en: &'static str) -> Column {
    column(name, Class::Sealed, Shape::Bytes, Words::new(de, en))
}
