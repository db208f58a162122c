//! Reading settings.

use super::*;

fn read(variables: &[(&str, &str)], flags: &str) -> Result<Settings, ConfigError> {
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Settings::read(None, variables, flags.parse().unwrap())
}

#[test]
fn flags_win_over_variables() {
    let settings = read(
        &[("KATASTER_CARDS_A_DAY", "7"), ("KATASTER_LOG", "warn")],
        "log = 'debug'",
    )
    .unwrap();

    assert_eq!((settings.cards_a_day, settings.log.as_str()), (7, "debug"));
}

#[test]
fn an_unknown_setting_is_named() {
    let error = read(&[("KATASTER_LISTN", "x")], "").unwrap_err();

    assert!(error.to_string().contains("listn"), "{error}");
}

#[test]
fn waves_are_set_one_number_at_a_time_and_checked() {
    let settings = read(&[], "[waves]\nrule = 'fixed'\nmissed = 1000").unwrap();
    assert_eq!(
        (settings.waves.missed, settings.waves.per_place),
        (1_000, 3)
    );

    let error = read(&[], "[waves]\nmissed = 10000").unwrap_err();
    assert_eq!(error.to_string(), "waves.missed must be from 1 to 9000");
    let error = read(&[], "[waves]\nmised = 1000").unwrap_err();
    assert!(error.to_string().contains("mised"), "{error}");
}

#[test]
fn off_loopback_a_public_address_and_tls_are_needed() {
    let public = read(&[], "listen = '0.0.0.0:80'").unwrap();
    let plain = read(
        &[],
        "listen = '0.0.0.0:80'\npublic_url = 'https://kataster.example.org'",
    )
    .unwrap();

    assert!(matches!(
        public.check_listener(),
        Err(ConfigError::PublicUrl(_))
    ));
    assert!(matches!(
        plain.check_listener(),
        Err(ConfigError::PlainText(_))
    ));
}
