//! `docs/security/sign-in.md`: each number is the one in the code, and none of sign-in is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Expr, Item, Lit, Member};

const DOCUMENT: &str = include_str!("../../docs/security/sign-in.md");

/// How the code counts, not what it allows.
const WORDS: [&str; 2] = ["HOUR", "DAY"];

/// The constants of one file by name; a part of a composed one is `NAME.part`.
fn constants(path: &Path) -> BTreeMap<String, i64> {
    let text = fs::read_to_string(path).unwrap_or_else(|_| panic!("no file {}", path.display()));
    let mut known = BTreeMap::new();
    for item in syn::parse_file(&text).unwrap().items {
        let Item::Const(item) = item else { continue };
        let name = item.ident.to_string();
        if let Expr::Struct(composed) = item.expr.as_ref() {
            for field in &composed.fields {
                let Member::Named(part) = &field.member else {
                    continue;
                };
                let value = value(&field.expr, &known);
                known.extend(value.map(|value| (format!("{name}.{part}"), value)));
            }
        }
        let value = value(&item.expr, &known);
        known.extend(value.map(|value| (name, value)));
    }
    known
}

/// The number an expression of literals and constants before it makes.
fn value(expression: &Expr, known: &BTreeMap<String, i64>) -> Option<i64> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        Expr::Binary(pair) => {
            let (left, right) = (value(&pair.left, known)?, value(&pair.right, known)?);
            match pair.op {
                syn::BinOp::Mul(_) => Some(left * right),
                syn::BinOp::Add(_) => Some(left + right),
                _ => None,
            }
        }
        Expr::Path(path) => known.get(&path.path.get_ident()?.to_string()).copied(),
        Expr::Field(field) => {
            let Expr::Path(of) = field.base.as_ref() else {
                return None;
            };
            let Member::Named(part) = &field.member else {
                return None;
            };
            known
                .get(&format!("{}.{part}", of.path.get_ident()?))
                .copied()
        }
        // Duration::from_secs
        Expr::Call(call) => value(call.args.first()?, known),
        _ => None,
    }
}

/// Of each row that names a constant: where it stands, and the number said.
fn rows() -> Vec<(String, String, i64)> {
    let cells = DOCUMENT
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let named = cells.filter_map(|cells| {
        let source = cells
            .iter()
            .find_map(|cell| cell.strip_prefix('`')?.strip_suffix('`'))?;
        let (file, name) = source.split_once("::")?;
        let number = cells.get(2)?.replace([' ', ','], "");
        let number = number
            .parse()
            .unwrap_or_else(|_| panic!("{source}: {number:?} is no number"));
        Some((file.to_owned(), name.to_owned(), number))
    });
    named.collect()
}

#[test]
fn each_number_is_the_one_in_the_code() {
    let rows = rows();
    assert!(rows.len() > 20, "{} rows were found", rows.len());

    for (file, name, said) in rows {
        let known = constants(&PathBuf::from("src").join(&file));

        assert_eq!(known.get(&name), Some(&said), "{file}::{name}");
    }
}

#[test]
fn no_number_of_sign_in_is_missing() {
    let said: BTreeSet<(String, String)> = rows()
        .into_iter()
        .map(|(file, name, _)| (file, name))
        .collect();
    let mut missing = Vec::new();
    let mut folders = vec![PathBuf::from("src/accounts")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let file = path.strip_prefix("src").unwrap().display().to_string();
            let names = constants(&path).into_keys();
            let names = names.filter(|name| !WORDS.contains(&name.as_str()));
            missing.extend(
                names
                    .map(|name| (file.clone(), name))
                    .filter(|known| !said.contains(known)),
            );
        }
    }

    assert_eq!(missing, [], "docs/security/sign-in.md does not name these");
}
