//! `kataster serve`

use super::folder::DataFolder;
use super::installation::Installation;
use super::{CliError, failed, start};
use crate::config::Settings;
use crate::db;

pub(super) async fn run(settings: Settings) -> Result<(), CliError> {
    settings.check_listener()?;
    settings.check_passkeys()?;
    let folder = DataFolder::lock(&settings.data).map_err(failed)?;
    let listener = start::listen(settings.listen)?;
    start::start_log(&settings);
    let installation = Installation::open(&settings).await?;
    if db::may_alter_record(&installation.db)
        .await
        .map_err(failed)?
    {
        tracing::warn!("the database role can alter the audit record: see docs/security/audit.md");
    }
    start::serve(
        &settings,
        settings.site(),
        (&folder, listener),
        installation,
    )
    .await
}
