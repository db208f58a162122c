//! The API, a module a resource.

mod calendar_file;
mod certificates;
mod duty;
mod experts;
mod grades;
mod http;
mod matches;
mod offers;
mod organisations;
mod reference;
mod search;
mod security_txt;
mod small_cells;
mod vetting;
mod vetting_notes;
mod vetting_ways;
mod wording;
