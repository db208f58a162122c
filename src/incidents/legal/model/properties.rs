//! What holds of every matrix, however it is edited.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use super::basis::{LegalBasis, PersonnelForm, is_public};
use super::matrix::{FormGroup, Matrix};
use crate::organisations::LegalForm;

fn matrices() -> impl Strategy<Value = Matrix> {
    let groups = || select(FormGroup::VARIANTS);
    let bases = || select(LegalBasis::VARIANTS);
    let ticked = vec((groups(), groups(), bases()), 0..60);
    let forms = vec((bases(), select(PersonnelForm::VARIANTS)), 0..20);
    let edited = (ticked, forms).prop_map(|(ticked, forms)| {
        let shipped = Matrix::shipped();
        shipped.ticked(&ticked, &forms)
    });
    // Data that came in by another door.
    let line = (groups(), groups(), vec(bases(), 0..6)).prop_map(|(from, to, bases)| {
        let (from, to): (&str, &str) = (from.into(), to.into());
        let bases: Vec<&str> = bases.into_iter().map(Into::into).collect();
        format!("pair;{from};{to};{}\n", bases.join(" "))
    });
    let sent = (bases(), vec(select(PersonnelForm::VARIANTS), 0..6)).prop_map(|(of, forms)| {
        let of: &str = of.into();
        let forms: Vec<&str> = forms.into_iter().map(Into::into).collect();
        format!("forms;{of};;{}\n", forms.join(" "))
    });
    let read = (vec(line, 0..30), vec(sent, 0..8)).prop_map(|(pairs, forms)| {
        let lines = [pairs.concat(), forms.concat()].concat();
        Matrix::read(&format!("rule;from;to;allowed\n{lines}")).unwrap()
    });
    prop_oneof![edited, read]
}

proptest! {
    #[test]
    fn no_company_ever_gives_or_gets_amtshilfe(
        matrix in matrices(),
        sender in select(LegalForm::VARIANTS),
        receiver in select(LegalForm::VARIANTS),
        form in select(PersonnelForm::VARIANTS),
    ) {
        if !is_public(sender) || !is_public(receiver) {
            prop_assert!(!matrix.allowed(sender, receiver).contains(&LegalBasis::Amtshilfe));
            let checked = matrix.check((sender, receiver), LegalBasis::Amtshilfe, form);
            prop_assert!(checked.is_err());
        }
    }

    #[test]
    fn a_service_contract_rests_on_a_contract(
        matrix in matrices(),
        basis in select(LegalBasis::VARIANTS),
    ) {
        if matrix.forms(basis).contains(&PersonnelForm::ServiceContract) {
            prop_assert_eq!(basis, LegalBasis::Contract);
        }
    }

    #[test]
    fn what_is_allowed_passes_and_nothing_else(
        matrix in matrices(),
        sender in select(LegalForm::VARIANTS),
        receiver in select(LegalForm::VARIANTS),
    ) {
        let allowed = matrix.allowed(sender, receiver);
        for basis in LegalBasis::VARIANTS {
            for form in PersonnelForm::VARIANTS {
                let can = allowed.contains(basis) && matrix.forms(*basis).contains(form);
                let checked = matrix.check((sender, receiver), *basis, *form);
                prop_assert_eq!(checked.is_ok(), can);
            }
        }
    }

    #[test]
    fn it_is_read_as_it_was_written(matrix in matrices()) {
        let again = Matrix::read(&matrix.written()).unwrap();

        prop_assert_eq!(again, matrix);
    }
}
