//! Bringing many organisations and entries in at once, and taking the own entries out.

mod cells;
mod columns;
mod exports;
mod imports;
mod lines;
mod sheet;

pub use columns::{COLUMNS, Column, Naming, template};
pub use exports::{export_for_operator, routes as export_routes};
pub use imports::{
    Choice, Counts, Desk, Ended, Import, ImportError, ImportState, Kept, Preview, Problem,
    Progress, Report, RowError, job_handlers, page_routes as import_page_routes,
    routes as import_routes,
};
pub use lines::{Imported, LineError, import_lines};
pub use sheet::{FileProblem, LONGEST_FILE, Sheet, SheetRow, read as read_sheet};
