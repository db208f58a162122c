//! Wrong usage and wrong settings: one line, exit code 2, nothing touched.

use std::fs;

use crate::support::{Ended, program, run};

/// Serves with these flags and variables in an empty place that must stay empty.
fn refused(flags: &[&str], variables: &[(&str, &str)]) -> Ended {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut command = program(&["serve"]);
    command
        .args(flags)
        .arg("--data")
        .arg(&data)
        .envs(variables.iter().copied());

    let ended = run(command);

    assert!(!data.exists(), "a data folder was made");
    ended
}

#[test]
fn help_is_printed_and_is_no_error() {
    for arguments in [&["--help"][..], &["serve", "--help"], &["--version"]] {
        let ended = run(program(arguments)).expect_success();

        assert!(ended.stdout.contains("kataster"), "{}", ended.stdout);
        assert_eq!(ended.stderr, "");
    }
}

#[test]
fn an_unknown_flag_is_named() {
    refused(&["--lsten", "127.0.0.1:1"], &[]).expect_failure(2, "--lsten");
}

#[test]
fn an_unknown_command_is_named() {
    run(program(&["srve"])).expect_failure(2, "srve");
}

#[test]
fn no_command_at_all_is_wrong_usage() {
    run(program(&[])).expect_failure(2, "--help");
}

#[test]
fn an_unknown_variable_is_named() {
    refused(&[], &[("KATASTER_FOO", "1")]).expect_failure(2, "foo");
}

#[test]
fn a_wrong_value_is_refused() {
    refused(&[], &[("KATASTER_MIN_FREE_MB", "many")]).expect_failure(2, "many");
    refused(&["--listen", "nowhere"], &[]).expect_failure(2, "socket address");
}

#[test]
fn an_unknown_setting_in_the_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kataster.toml");
    fs::write(&file, "lisen = '127.0.0.1:1'\n").unwrap();

    refused(&["--config", file.to_str().unwrap()], &[]).expect_failure(2, "lisen");
}

#[test]
fn a_file_that_is_not_toml_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kataster.toml");
    fs::write(&file, "listen = \n\n").unwrap();

    refused(&["--config", file.to_str().unwrap()], &[]).expect_failure(2, "kataster.toml");
}

#[test]
fn a_missing_settings_file_is_named() {
    refused(&["--config", "/nowhere/kataster.toml"], &[])
        .expect_failure(2, "/nowhere/kataster.toml");
}

#[test]
fn off_loopback_the_public_address_is_needed() {
    refused(&["--listen", "0.0.0.0:0"], &[]).expect_failure(2, "public_url");
}

#[test]
fn off_loopback_a_tls_proxy_is_needed() {
    let public = [("KATASTER_PUBLIC_URL", "https://kataster.example.org")];

    refused(&["--listen", "0.0.0.0:0"], &public).expect_failure(2, "behind_tls_proxy");
}

#[test]
fn off_loopback_the_public_address_says_that_tls_is_spoken() {
    let proxy = ("KATASTER_BEHIND_TLS_PROXY", "true");
    let clear = [
        proxy,
        ("KATASTER_PUBLIC_URL", "http://kataster.example.org"),
    ];

    refused(&["--listen", "0.0.0.0:0"], &clear).expect_failure(2, "https://");
}

#[test]
fn where_passkeys_are_needed_the_public_address_is_no_bare_ip_address() {
    let bare = [("KATASTER_PUBLIC_URL", "https://192.0.2.7")];
    refused(&[], &bare).expect_failure(2, "second_factor_required");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kataster.toml");
    fs::write(&file, "public_url = 'https://192.0.2.7'").unwrap();
    let file = file.display().to_string();

    let ended = refused(&["--config", &file], &[]).expect_failure(2, "public_url");

    assert!(ended.stderr.contains(&file), "{}", ended.stderr);
}

#[test]
fn a_public_address_is_no_path() {
    let path = [("KATASTER_PUBLIC_URL", "https://example.org/kataster")];

    refused(&[], &path).expect_failure(2, "public_url");
}

#[test]
fn a_database_of_another_kind_is_refused() {
    for url in [
        "mysql://kataster:geheim@127.0.0.1/kataster",
        "sqlite:///tmp/x.db",
        "nonsense",
    ] {
        let ended = refused(&["--database-url", url], &[]).expect_failure(2, "database_url");

        assert!(!ended.stderr.contains("geheim"), "{}", ended.stderr);
    }
}
