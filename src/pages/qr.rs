//! Pictures to scan.

use std::fmt::Write as _;

use qrcode::QrCode as Drawn;
use web::pages::QrCode;

use crate::http::Problem;

/// A code to scan: one square a dark module.
///
/// # Errors
/// The text is too long for a code.
pub fn qr_code(text: &str) -> Result<QrCode, Problem> {
    let undrawn = || Problem::internal("the code cannot be drawn");
    let code = Drawn::new(text).map_err(|_| undrawn())?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate();
    let mut path = String::new();
    for (position, _) in dark.filter(|(_, color)| *color == qrcode::Color::Dark) {
        let (x, y) = (position % width, position / width);
        write!(path, "M{x} {y}h1v1h-1z").map_err(|_| undrawn())?;
    }
    Ok(QrCode {
        size: u32::try_from(width).unwrap_or_default(),
        path,
    })
}
