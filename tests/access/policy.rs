//! The policy as a whole, to be looked at when it changes.

use std::fmt::Write;

use kataster::access::{Reach, Right, Role, reach};
use strum::VariantArray;

#[test]
fn the_matrix_is_as_reviewed() {
    let mut matrix = String::new();
    for right in Right::VARIANTS {
        let name: &str = (*right).into();
        write!(matrix, "{name}:").unwrap();
        for role in Role::VARIANTS {
            if let Some(reach) = reach(*right, *role) {
                let (role, reach): (&str, &str) = ((*role).into(), reach.into());
                write!(matrix, " {role}={reach}").unwrap();
            }
        }
        matrix.push('\n');
    }

    insta::assert_snapshot!("policy", matrix);
}

#[test]
fn nobody_reads_the_identity_of_everybody() {
    for role in Role::VARIANTS {
        assert_ne!(reach(Right::ReadIdentity, *role), Some(Reach::Everything));
    }
}
