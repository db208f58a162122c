mod choosing;
mod robust;
mod spelling;

use super::*;
use crate::reference::samples::shipped;

fn keys(text: &str) -> Vec<&'static str> {
    keys_at(text, None)
}

fn keys_at(text: &str, level: Option<Level>) -> Vec<&'static str> {
    shipped()
        .search(text, level, 20)
        .iter()
        .map(|hit| hit.region.ags.as_str())
        .collect()
}

fn first(text: &str) -> &'static str {
    keys(text).first().copied().unwrap_or("nothing")
}
