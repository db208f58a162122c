//! The dependency rules of the source tree.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// Areas from left to right: each uses only those to its left, and itself.
const ORDER: &[&str] = &[
    "clock",
    "fold",
    "ids",
    "phone",
    "public_url",
    "sealing",
    "site",
    "spreadsheet",
    "entity",
    "db",
    "sealed",
    "input",
    "http",
    "access",
    "reference",
    "pages",
    "audit",
    "jobs",
    "notifications",
    "attempts",
    "alarms",
    "keys",
    "accounts",
    "organisations",
    "emergency",
    "experts",
    "vetting",
    "decoys",
    "privacy",
    "search",
    "offers",
    "matching",
    "incidents",
    "employer",
    "own",
    "administration",
    "information",
    "demo",
    "exchange",
    "app",
    "operations",
    "api_document",
    "routes",
    "config",
    "cli",
];

/// What looks the wrong way for a reason; this list only shrinks.
const EXCEPTIONS: &[(&str, &str)] = &[
    // Handlers and services that answer from the whole installation take the application's state.
    ("src/search/service.rs", "app"),
    ("src/search/one.rs", "app"),
    ("src/matching/service.rs", "app"),
];

/// Files longer than 300 lines; this list only shrinks.
const LONG: &[&str] = &[
    "src/experts/body.rs",
    "src/experts/model.rs",
    "src/reference/api.rs",
    "src/reference/store.rs",
    "src/reference/taxonomy/parse.rs",
    "src/search/query.rs",
    "src/search/worker/mod.rs",
    "src/experts/store/row.rs",
    "src/demo/entry.rs",
    "src/demo/archetype.rs",
    "src/organisations/store/mod.rs",
];

struct File {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<File> {
    fn collect(folder: &Path, files: &mut Vec<File>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push(File { path, text });
            }
        }
    }
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

impl File {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The area a file belongs to; none for `lib.rs` and `main.rs`.
    fn area(&self) -> Option<String> {
        let first = self.path.iter().nth(1)?.to_str()?;
        let area = first.trim_end_matches(".rs");
        (!matches!(area, "lib" | "main")).then(|| area.to_owned())
    }

    fn is_named(&self, name: &str) -> bool {
        self.path.file_name().is_some_and(|file| file == name)
    }

    /// A `store.rs`, or a file in a folder `store`.
    fn is_store(&self) -> bool {
        self.is_named("store.rs") || self.path.iter().any(|part| part == "store")
    }

    /// An `api.rs` or `pages.rs`, or a file in a folder `api` or `pages`.
    fn is_handler(&self) -> bool {
        self.is_named("api.rs")
            || self.is_named("pages.rs")
            || self
                .path
                .iter()
                .any(|part| part == "api" || part == "pages")
    }

    fn is_test(&self) -> bool {
        let name = self
            .path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        name == "tests"
            || name.ends_with("_tests")
            || matches!(name, "sample" | "samples" | "register" | "properties")
    }

    /// First two segments of every path it names, such as `crate::db` or `sea_orm::DbErr`.
    fn paths(&self) -> Vec<(String, String)> {
        let mut found = Paths(Vec::new());
        found.visit_file(&syn::parse_file(&self.text).unwrap());
        found.0
    }
}

struct Paths(Vec<(String, String)>);

impl Paths {
    fn of_use(&mut self, tree: &syn::UseTree, before: Option<&str>) {
        match (tree, before) {
            (syn::UseTree::Path(path), None) => {
                let first = path.ident.to_string();
                self.of_use(&path.tree, Some(&first));
            }
            (syn::UseTree::Path(path), Some(first)) => {
                self.0.push((first.to_owned(), path.ident.to_string()));
            }
            (syn::UseTree::Name(name), Some(first)) => {
                self.0.push((first.to_owned(), name.ident.to_string()));
            }
            (syn::UseTree::Rename(name), Some(first)) => {
                self.0.push((first.to_owned(), name.ident.to_string()));
            }
            (syn::UseTree::Group(group), before) => group
                .items
                .iter()
                .for_each(|tree| self.of_use(tree, before)),
            (syn::UseTree::Glob(_), Some(first)) => self.0.push((first.to_owned(), "*".to_owned())),
            (syn::UseTree::Name(_) | syn::UseTree::Rename(_) | syn::UseTree::Glob(_), None) => {}
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.of_use(&item.tree, None);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        if let (Some(first), Some(second)) = (segments.next(), segments.next()) {
            self.0.push((first, second));
        }
        visit::visit_path(self, path);
    }
}

/// Fails with all violations at once.
#[track_caller]
fn none(violations: Vec<String>) {
    let mut list = String::new();
    for violation in violations {
        writeln!(list, "  {violation}").unwrap();
    }
    assert!(list.is_empty(), "\n{list}");
}

#[test]
fn areas_use_only_areas_to_their_left() {
    let place = |area: &str| ORDER.iter().position(|name| *name == area);
    let mut violations = Vec::new();
    for file in sources() {
        let Some(area) = file.area() else { continue };
        let Some(own) = place(&area) else {
            violations.push(format!("{} is in no area of the list", file.name()));
            continue;
        };
        for (first, used) in file.paths() {
            let is_excepted = EXCEPTIONS.contains(&(file.name().as_str(), used.as_str()));
            let is_handler = used == "app" && file.is_handler();
            if first == "crate"
                && place(&used).is_some_and(|used| used > own)
                && !is_excepted
                && !is_handler
            {
                violations.push(format!("{} uses {used}", file.name()));
            }
        }
    }
    none(violations);
}

#[test]
fn rows_are_touched_by_stores_alone() {
    let mut violations = Vec::new();
    for file in sources() {
        let may = file.is_store()
            || file.name().starts_with("src/db/")
            || file.name().starts_with("src/entity/");
        if !may
            && file
                .paths()
                .contains(&("crate".to_owned(), "entity".to_owned()))
        {
            violations.push(format!("{} uses entity", file.name()));
        }
    }
    none(violations);
}

#[test]
fn rules_know_no_database_and_no_http() {
    let mut violations = Vec::new();
    for file in sources() {
        let is_model = file.is_named("model.rs") || file.path.iter().any(|part| part == "model");
        for (first, _) in file.paths() {
            if is_model
                && matches!(
                    first.as_str(),
                    "sea_orm" | "axum" | "tokio" | "tower" | "tower_http"
                )
            {
                violations.push(format!("{} uses {first}", file.name()));
            }
        }
    }
    none(violations);
}

#[test]
fn http_stays_at_the_edge() {
    let edges = [
        "src/http/",
        "src/access/permit.rs",
        "src/accounts/layer.rs",
        "src/audit/denials.rs",
        "src/app.rs",
        "src/operations.rs",
        "src/api_document.rs",
        "src/routes.rs",
        "src/cli/",
    ];
    let mut violations = Vec::new();
    for file in sources() {
        let is_edge = file.is_handler() || edges.iter().any(|edge| file.name().starts_with(edge));
        if !is_edge && file.paths().iter().any(|(first, _)| first == "axum") {
            violations.push(format!("{} uses axum", file.name()));
        }
    }
    none(violations);
}

#[test]
fn the_index_is_used_by_search_and_matching_alone() {
    let mut violations = Vec::new();
    for file in sources() {
        let may = [
            "src/search/",
            "src/matching/",
            "src/information/",
            "src/app.rs",
        ]
        .iter()
        .any(|folder| file.name().starts_with(folder));
        for (first, _) in file.paths() {
            if first == "tantivy" || (first == "search_index" && !may) {
                violations.push(format!("{} uses {first}", file.name()));
            }
        }
    }
    none(violations);
}

#[test]
fn leaves_do_not_import_the_root() {
    for leaf in ["migration", "search-index", "web"] {
        let manifest = fs::read_to_string(format!("{leaf}/Cargo.toml")).unwrap();

        assert!(!manifest.contains("kataster"), "{leaf}");
    }
}

#[test]
fn files_stay_short_and_the_list_of_long_ones_shrinks() {
    let mut violations = Vec::new();
    for file in sources().iter().filter(|file| !file.is_test()) {
        let lines = file.text.lines().count();
        match (lines > 300, LONG.contains(&file.name().as_str())) {
            (true, false) => violations.push(format!("{} has {lines} lines", file.name())),
            (false, true) => violations.push(format!(
                "{} is no longer long: take it off the list",
                file.name()
            )),
            (true, true) | (false, false) => {}
        }
    }
    none(violations);
}
