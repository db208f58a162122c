//! Bundles styles, scripts and fonts into `dist` with Node before the crate is compiled.

use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::SystemTime;

const OLDEST_NODE: u32 = 20;
/// Written last by `build.mjs`, with an old date: cargo runs this script again only when it is gone.
const MANIFEST: &str = "dist/manifest.json";
const LOCK: &str = "package-lock.json";
/// Written by npm: newer than the lock file means in step with it.
const INSTALLED: &str = "node_modules/.package-lock.json";

fn main() {
    for path in ["assets", "build.mjs", "package.json", LOCK, MANIFEST] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=SKIP_WEB_BUILD");
    if let Err(problem) = build() {
        println!("cargo::error={problem}");
    }
}

fn build() -> Result<(), String> {
    if std::env::var_os("SKIP_WEB_BUILD").is_some_and(|value| value == "1") {
        return Path::new(MANIFEST)
            .exists()
            .then_some(())
            .ok_or_else(|| format!("SKIP_WEB_BUILD=1 needs a ready web/{MANIFEST}"));
    }
    check_node()?;
    if changed_at(INSTALLED) < changed_at(LOCK) {
        let arguments = [
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--silent",
        ];
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        succeed("npm ci", Command::new(npm).args(arguments).status())?;
    }
    succeed(
        "node build.mjs",
        Command::new("node").arg("build.mjs").status(),
    )
}

fn check_node() -> Result<(), String> {
    let needed = format!(
        "Node.js {OLDEST_NODE} or newer is needed to bundle the pages' styles and scripts; \
         install it, or set SKIP_WEB_BUILD=1 with a ready web/dist"
    );
    let Ok(output) = Command::new("node").arg("--version").output() else {
        return Err(needed);
    };
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next();
    match major.and_then(|digits| digits.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("{needed} (found {version:?})")),
    }
}

fn succeed(what: &str, status: std::io::Result<ExitStatus>) -> Result<(), String> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{what}` in web/ failed: {status}")),
        Err(error) => Err(format!("`{what}` in web/ could not be started: {error}")),
    }
}

fn changed_at(path: &str) -> Option<SystemTime> {
    std::fs::metadata(path)
        .and_then(|file| file.modified())
        .ok()
}
