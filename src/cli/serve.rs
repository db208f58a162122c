//! `kataster serve`

use super::folder::DataFolder;
use super::installation::Installation;
use super::{CliError, failed, start};
use crate::config::Settings;

pub(super) async fn run(settings: Settings) -> Result<(), CliError> {
    settings.check_listener()?;
    let folder = DataFolder::lock(&settings.data).map_err(failed)?;
    let listener = start::listen(settings.listen)?;
    start::start_log(&settings);
    let installation = Installation::open(&settings).await?;
    start::serve(
        &settings,
        settings.site(),
        (&folder, listener),
        installation,
    )
    .await
}
