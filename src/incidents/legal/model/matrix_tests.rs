//! Tests of the matrix.

use strum::VariantArray;

use super::basis::{LegalBasis, PersonnelForm, is_public};
use super::matrix::{FormGroup, Matrix, Refused};
use crate::organisations::LegalForm;

#[test]
fn the_shipped_matrix_says_something_of_every_pair_and_every_basis() {
    let matrix = Matrix::shipped();

    for sender in LegalForm::VARIANTS {
        for receiver in LegalForm::VARIANTS {
            assert!(!matrix.allowed(*sender, *receiver).is_empty());
        }
    }
    assert_eq!(matrix.without_form(), []);
    for basis in LegalBasis::VARIANTS {
        assert_eq!(matrix.usual_form(*basis), PersonnelForm::BusinessTrip);
    }
}

#[test]
fn forms_of_public_law_are_in_groups_of_public_law() {
    for form in LegalForm::VARIANTS {
        assert_eq!(
            FormGroup::of(*form).is_public(),
            is_public(*form),
            "{form:?}"
        );
    }
}

#[test]
fn authorities_give_each_other_amtshilfe_first() {
    let matrix = Matrix::shipped();

    for sender in LegalForm::VARIANTS {
        let first = matrix.allowed(*sender, LegalForm::TerritorialAuthority);
        let expected = if is_public(*sender) {
            LegalBasis::Amtshilfe
        } else {
            LegalBasis::Contract
        };
        assert_eq!(first.first(), Some(&expected), "{sender:?}");
    }
}

#[test]
fn what_is_refused_comes_with_what_can_be() {
    let matrix = Matrix::shipped();
    let sides = (LegalForm::Gmbh, LegalForm::TerritorialAuthority);

    let refused = matrix.check(sides, LegalBasis::Amtshilfe, PersonnelForm::BusinessTrip);

    let allowed = vec![
        LegalBasis::Contract,
        LegalBasis::Membership,
        LegalBasis::DisasterLaw,
    ];
    assert_eq!(refused, Err(Refused::Basis(allowed)));
    let refused = matrix.check(
        sides,
        LegalBasis::Membership,
        PersonnelForm::ServiceContract,
    );
    assert!(matches!(refused, Err(Refused::Form(forms)) if !forms.is_empty()));
}

#[test]
fn a_matrix_is_read_as_it_was_written() {
    let shipped = Matrix::shipped();

    assert_eq!(Matrix::read(&shipped.written()), Some(shipped));
    assert_eq!(Matrix::read("rule;from;to;allowed\npair;x;y;z\n"), None);
}

#[test]
fn what_is_unticked_and_ticked_again_is_preferred_last() {
    let shipped = Matrix::shipped();
    let pair = |basis| (FormGroup::Company, FormGroup::Authority, basis);
    let forms: Vec<_> = LegalBasis::VARIANTS
        .iter()
        .flat_map(|basis| shipped.forms(*basis).into_iter().map(|form| (*basis, form)))
        .collect();

    let without = shipped.ticked(&[pair(LegalBasis::DisasterLaw)], &forms);
    let again = without.ticked(
        &[pair(LegalBasis::Contract), pair(LegalBasis::DisasterLaw)],
        &forms,
    );

    let sides = (LegalForm::Gmbh, LegalForm::TerritorialAuthority);
    assert_eq!(
        again.allowed(sides.0, sides.1),
        [LegalBasis::DisasterLaw, LegalBasis::Contract]
    );
}
