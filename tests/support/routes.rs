//! The routes of the service, found where they are made: a new one is asked without being named again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every path that a `.route(…` in the sources names: pages, forms, assets.
pub fn page_paths() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(Path::new("src"), &mut found);
    found
}

fn collect(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let routes = text.split(".route(").skip(1);
            let named = routes.filter_map(|rest| rest.trim_start().strip_prefix('"'));
            found.extend(named.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
}

/// A path with well-formed parameters that name nothing.
pub fn filled(template: &str) -> String {
    let id = uuid::Uuid::new_v4();
    let prefixes = [
        ("{account_id}", "acc_"),
        ("{organisation_id}", "org_"),
        ("{expert_id}", "exp_"),
        ("{vetting_case_id}", "vet_"),
        ("{evidence_id}", "evf_"),
        ("{attachment_id}", "att_"),
        ("{session_id}", "ses_"),
        ("{token_id}", "tok_"),
        ("{card_id}", "card_"),
        ("{contact_id}", "con_"),
        ("{passkey_id}", "pky_"),
        ("{alarm_id}", "alm_"),
        ("{offer_id}", "off_"),
        ("{offer_request_id}", "ofr_"),
        ("{incident_id}", "inc_"),
        ("{request_id}", "req_"),
        ("{alert_id}", "alt_"),
        ("{deployment_id}", "dep_"),
        ("{lesson_id}", "les_"),
        ("{shift_id}", "shf_"),
        ("{decoy_id}", "dec_"),
        ("{time_id}", "tim_"),
        ("{import_id}", "imp_"),
        ("{job_id}", "job_"),
        ("{invitation_id}", "inv_"),
        ("{request_id}", "req_"),
        ("{alert_id}", "alt_"),
        ("{deployment_id}", "dep_"),
    ];
    prefixes.iter().fold(
        template
            .replace("{stelle}", &id.to_string())
            .replace("{datei}", &id.to_string())
            .replace("{begriff}", "product:nichts")
            .replace("{text}", "first-aid")
            .replace("{link}", &"0".repeat(64))
            .replace("{answer_token}", &"0".repeat(64))
            .replace("{clock}", "gdpr_72h")
            .replace("{tick}", "backups_safe")
            .replace("{item}", "skills"),
        |path, (parameter, prefix)| path.replace(parameter, &format!("{prefix}{id}")),
    )
}
