use super::*;

fn settings(more: &str) -> GatewaySettings {
    let text = format!(
        "url = 'https://sms.example.org/messages'\nbody = '{{\"to\":\"{{to}}\",\"text\":\"{{text}}\"}}'\n{more}"
    );
    toml::from_str(&text).unwrap()
}

fn fault(settings: &GatewaySettings, secrets: &GatewaySecrets) -> GatewayFault {
    settings
        .gateway(secrets, "https://kataster.example.org".to_owned())
        .unwrap_err()
}

fn secrets(token: &str, callback: &str) -> GatewaySecrets {
    GatewaySecrets {
        token: Some(token.to_owned()),
        callback: Some(callback.to_owned()),
    }
}

#[test]
fn without_tls_a_message_stays_on_this_machine() {
    for good in [
        "https://sms.example.org",
        "https://sms.example.org:8443/v1/messages?account=7",
        "http://127.0.0.1:9000/sms",
        "http://localhost/sms",
        "http://[::1]:9000/",
    ] {
        assert!(endpoint(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "sms.example.org",
        "/messages",
        "http://sms.example.org",
        "http://localhost@sms.example.org",
        "https://name:password@sms.example.org",
        "ftp://sms.example.org",
    ] {
        assert_eq!(endpoint(bad), Err(GatewayFault::Url), "{bad}");
    }
}

#[test]
fn a_header_is_one_line_and_its_secret_comes_from_a_file() {
    let bearer = settings("headers = { Authorization = 'Bearer {token}' }");
    let own = settings("headers = { Host = 'intern.example.org' }");
    let type_of_text = settings("headers = { Content-Type = 'text/plain' }");

    assert_eq!(
        fault(&bearer, &GatewaySecrets::default()),
        GatewayFault::NoToken
    );
    let split = secrets("a\r\nX-To: 112", "0123456789abcdef");
    assert_eq!(
        fault(&bearer, &split),
        GatewayFault::Header("Authorization".to_owned())
    );
    let none = GatewaySecrets::default();
    assert_eq!(
        fault(&own, &none),
        GatewayFault::OwnHeader("Host".to_owned())
    );
    assert_eq!(fault(&type_of_text, &none), GatewayFault::ContentType);
}

#[test]
fn rules_of_reports_are_checked_before_the_first_comes() {
    let none = GatewaySecrets::default();
    let fault = |more: &str| fault(&settings(more), &none);

    assert_eq!(fault("callback_state = 'state'"), GatewayFault::Pointer);
    assert_eq!(fault("callback_key = 'digits'"), GatewayFault::Pointer);
    assert_eq!(
        fault("callback_header = 'X Y'"),
        GatewayFault::CallbackHeader
    );
    assert_eq!(fault("callback_delivered = []"), GatewayFault::States);
    assert_eq!(
        fault("callback_failed = ['Delivered']"),
        GatewayFault::States
    );
    assert_eq!(fault("timeout_seconds = 0"), GatewayFault::Timeout);
    assert_eq!(fault("timeout_seconds = 11"), GatewayFault::Timeout);
    assert_eq!(
        super::tests::fault(&settings(""), &secrets("", "kurz")),
        GatewayFault::Secret
    );
}

#[test]
fn no_secret_is_shown() {
    let settings = settings("headers = { X-Key = 'geheim' }");
    let secrets = secrets("geheim", "geheim0123456789");
    let gateway = settings
        .gateway(&secrets, "https://kataster.example.org".to_owned())
        .unwrap();

    let shown = format!(
        "{settings:?} {secrets:?} {gateway:?} {:?}",
        gateway.callback()
    );

    assert!(!shown.contains("geheim"), "{shown}");
}
