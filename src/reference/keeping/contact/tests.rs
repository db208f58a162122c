//! Contacts as they are typed.

use super::*;
use crate::reference::parse_land_contacts;

#[test]
fn every_shipped_contact_could_have_been_typed() {
    for contact in parse_land_contacts(migration::reference::LAND_CONTACTS).unwrap() {
        let LandContact {
            scope,
            kind,
            name,
            phone,
            email,
            url,
            address,
            hours,
            note_de,
            source,
            last_checked: _,
        } = contact;
        let fields = ContactFields {
            land: scope,
            kind,
            name,
            phone,
            email,
            url,
            address,
            hours,
            note_de,
            source,
        };
        assert_eq!(fields.validate(), Ok(()), "{}", fields.name);
    }
}

#[test]
fn scripts_and_words_are_neither_address_nor_number() {
    assert!(is_web("javascript://example.org").is_err());
    assert!(is_dialled("ruf an").is_err());
    assert!(is_dialled("12").is_err());
    assert!(is_dialled("110").is_ok());
}
