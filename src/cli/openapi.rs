//! `kataster openapi`

use super::{CliError, failed};
use crate::routes;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run() -> Result<(), CliError> {
    println!("{}", routes::openapi().to_pretty_json().map_err(failed)?);
    Ok(())
}
