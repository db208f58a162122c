//! Progress: a bar on a terminal, plain lines elsewhere.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far a long piece of work is.
#[derive(Debug)]
pub(super) struct Progress {
    what: &'static str,
    bar: Option<ProgressBar>,
    tenths_told: AtomicUsize,
}

impl Progress {
    pub(super) fn new(what: &'static str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
            let bar = ProgressBar::new(0).with_message(what);
            style.map_or(bar.clone(), |style| bar.with_style(style))
        });
        Self {
            what,
            bar,
            tenths_told: AtomicUsize::new(0),
        }
    }

    /// So many of all are done.
    #[expect(
        clippy::print_stderr,
        reason = "plain progress lines where there is no terminal"
    )]
    pub(super) fn show(&self, done: usize, of: usize) {
        if let Some(bar) = &self.bar {
            bar.set_length(of as u64);
            bar.set_position(done as u64);
            return;
        }
        let tenths = (done * 10).checked_div(of).unwrap_or(10);
        if tenths > self.tenths_told.swap(tenths, Ordering::Relaxed) {
            eprintln!("{}: {done} of {of}", self.what);
        }
    }

    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
