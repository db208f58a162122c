//! Every page, asked by everybody who may not.

use std::collections::BTreeSet;

use kataster::access::{Right, Role, reach};
use strum::VariantArray;

use crate::support::{TestApp, filled, organisation, page_paths};

/// What each page asks for.
const RIGHTS: &[(&str, Right)] = &[
    ("/suche", Right::SearchExperts),
    ("/fachkraefte/{expert_id}", Right::ReadCard),
    ("/karte", Right::SearchExperts),
    ("/abgleich", Right::MatchExperts),
    ("/profil", Right::ReadIdentity),
    ("/verfuegbarkeit", Right::ReadIdentity),
    ("/eintraege/{expert_id}", Right::ReadIdentity),
    ("/eintraege/{expert_id}/kontakt", Right::UpdateExpert),
    ("/eintraege/{expert_id}/beschreibung", Right::UpdateExpert),
    ("/eintraege/{expert_id}/einsatz", Right::UpdateExpert),
    ("/eintraege/{expert_id}/faehigkeiten", Right::UpdateExpert),
    ("/eintraege/{expert_id}/zertifikate", Right::UpdateExpert),
    ("/eintraege/{expert_id}/sprachen", Right::UpdateExpert),
    ("/eintraege/{expert_id}/verfuegbarkeit", Right::UpdateExpert),
    (
        "/eintraege/{expert_id}/verfuegbarkeit/datei",
        Right::UpdateExpert,
    ),
    ("/pruefung/nachweise/{evidence_id}", Right::ReadEvidence),
    ("/profil/erreichbarkeit", Right::KeepPrivateContact),
    ("/profil/nachweise", Right::KeepEvidence),
    ("/profil/nachweise/{evidence_id}", Right::KeepEvidence),
    ("/vorfaelle", Right::ReadIncidents),
    ("/vorfaelle/neu", Right::ReportIncident),
    ("/vorfaelle/{incident_id}", Right::ReadIncidents),
    (
        "/vorfaelle/{incident_id}/anlagen/{attachment_id}",
        Right::ReadIncidents,
    ),
    (
        "/vorfaelle/{incident_id}/ersuchen",
        Right::CreateHelpRequest,
    ),
    ("/ersuchen/{request_id}", Right::ReadHelpRequests),
    ("/einsaetze", Right::ReadDeployments),
    ("/einsaetze/{deployment_id}", Right::RunDeployment),
    ("/vorfaelle/{incident_id}/angaben", Right::UpdateIncident),
    ("/bereitschaft", Right::ReadRoster),
    ("/organisation", Right::ReadOrganisation),
    ("/organisation/freigaben", Right::ReleaseExperts),
    ("/organisation/kapazitaet", Right::CreateExpert),
    ("/organisation/angebote", Right::ReadOwnOffers),
    ("/organisation/angebote/neu", Right::KeepOffers),
    ("/organisation/angebote/{offer_id}", Right::KeepOffers),
    ("/angebote", Right::ReadOffers),
    ("/organisation/einladungen", Right::InviteExperts),
    ("/organisation/bericht", Right::ReadReport),
    ("/organisation/vertretung", Right::DelegateManagement),
    ("/organisation/betroffen", Right::SetStruck),
    ("/organisation/mitbestimmung", Right::UpdateOrganisation),
    ("/organisation/telefon", Right::UpdateOrganisation),
    ("/organisation/versicherung", Right::UpdateOrganisation),
    ("/organisation/bedingungen", Right::AcceptConditions),
    ("/konto", Right::ReadSelf),
    ("/konto/zweiter-faktor", Right::SetSecondFactor),
    ("/bestaetigen", Right::ConfirmSession),
    ("/wiederherstellung", Right::VouchForRecovery),
    ("/konto/meine-daten", Right::ExportSelf),
    ("/konto/mitteilungen", Right::ReadSelf),
    ("/konto/meine-daten/kopie", Right::ExportSelf),
    ("/konto/meine-daten/kopie.json", Right::ExportSelf),
    ("/konto/loeschen", Right::EraseSelf),
    ("/einwilligungen", Right::KeepConsents),
    ("/einblicke", Right::ReadReveals),
    ("/protokoll", Right::ReadAudit),
    ("/protokoll/export", Right::ReadAudit),
    ("/verwaltung/schluessel", Right::RotateKeys),
    ("/verwaltung", Right::ReadAdministration),
    ("/verwaltung/zustellung", Right::KeepDeliveries),
    ("/verwaltung/konten", Right::ReadAccounts),
    ("/verwaltung/konten/neu", Right::KeepAccounts),
    ("/verwaltung/konten/{account_id}", Right::ReadAccounts),
    ("/verwaltung/organisationen", Right::ReadAdministration),
    ("/verwaltung/organisationen/neu", Right::CreateOrganisation),
    (
        "/verwaltung/organisationen/{organisation_id}",
        Right::SetMembership,
    ),
    ("/verwaltung/kontakte", Right::KeepContacts),
    ("/verwaltung/kontakte/neu", Right::KeepContacts),
    ("/verwaltung/kontakte/{stelle}", Right::KeepContacts),
    ("/verwaltung/texte", Right::KeepTexts),
    ("/verwaltung/texte/{text}", Right::KeepTexts),
    ("/verwaltung/gebiete", Right::KeepRegions),
    ("/verwaltung/gebiete/{datei}", Right::KeepRegions),
    ("/verwaltung/begriffe", Right::KeepTerms),
    ("/verwaltung/begriffe/neu", Right::KeepTerms),
    ("/verwaltung/begriffe/{begriff}", Right::KeepTerms),
    ("/verwaltung/warnungen", Right::ReadAlarms),
    ("/verwaltung/koeder", Right::KeepDecoys),
    ("/kommune", Right::KeepEmergencyContacts),
    ("/notfallkarten", Right::ReadEmergencyCards),
    ("/notfallkarten/ausstellen", Right::IssueEmergencyCard),
    (
        "/notfallkarten/karten/{card_id}/ersatz",
        Right::ReplaceEmergencyCard,
    ),
    (
        "/notfallkarten/karten/{card_id}/ersatz/bestaetigen",
        Right::ReplaceEmergencyCard,
    ),
    (
        "/notfallkarten/{organisation_id}",
        Right::ReadEmergencyCards,
    ),
    ("/organisation/notfallkarten", Right::ReadServedPlaces),
    ("/pruefung", Right::ReadVettingCases),
    ("/pruefung/{vetting_case_id}", Right::ReadVettingCases),
    ("/pruefung/verlaengerungen", Right::ReadVettingCases),
    ("/fachkraefte/{expert_id}/widerspruch", Right::SubmitExpert),
    ("/organisation/import", Right::ImportExperts),
    ("/organisation/import/{import_id}", Right::ImportExperts),
    (
        "/organisation/import/{import_id}/fehler.csv",
        Right::ImportExperts,
    ),
    ("/vorfaelle/{incident_id}/lagebericht", Right::ReadIncidents),
    ("/vorfaelle/{incident_id}/angebote", Right::RequestOffer),
    (
        "/vorfaelle/{incident_id}/angebote/{offer_id}",
        Right::RequestOffer,
    ),
    ("/organisation/angebote/anfragen", Right::AnswerOfferRequest),
    (
        "/einsaetze/{deployment_id}/rechtsgrundlage",
        Right::SetDeploymentBasis,
    ),
    (
        "/vorfaelle/{incident_id}/sofortvereinbarung",
        Right::ConfirmConditions,
    ),
    ("/verwaltung/rechtsgrundlagen", Right::KeepLegalRules),
    ("/einsaetze/{deployment_id}/verlauf", Right::ReadDeployments),
    (
        "/vorfaelle/{incident_id}/einsatzmappe",
        Right::ReadArrivalSheet,
    ),
    (
        "/vorfaelle/{incident_id}/einsatzmappe/bearbeiten",
        Right::KeepArrivalSheet,
    ),
    ("/einsaetze/{deployment_id}/auftrag", Right::ReadDeployments),
    (
        "/einsaetze/{deployment_id}/uebergabe",
        Right::ReadDeployments,
    ),
    ("/einsaetze/{deployment_id}/kosten", Right::RunDeployment),
    (
        "/einsaetze/{deployment_id}/kosten/schaetzung",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/kosten/aufstellung",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/kosten/druck",
        Right::RunDeployment,
    ),
    ("/einsaetze/{deployment_id}/zeiten", Right::RunDeployment),
    ("/organisation/geben-und-nehmen", Right::ReadHours),
    (
        "/einsaetze/{deployment_id}/rueckblick",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/bescheinigung",
        Right::RunDeployment,
    ),
    ("/vorfaelle/{incident_id}/lehre", Right::WriteLesson),
    ("/erfahrungen", Right::ReadLessons),
    ("/zahlen", Right::ReadStatistics),
];

/// What only forms are sent to.
const FORMS: &[(&str, Right)] = &[
    (
        "/vorfaelle/{incident_id}/kontakt",
        Right::RevealIncidentContact,
    ),
    (
        "/vorfaelle/{incident_id}/hinterlegt",
        Right::RevealEmergencyContacts,
    ),
    (
        "/vorfaelle/{incident_id}/bestaetigung",
        Right::VerifyIncident,
    ),
    ("/vorfaelle/{incident_id}/uebernahme", Right::TakeIncident),
    ("/vorfaelle/{incident_id}/ort", Right::VerifyIncident),
    (
        "/vorfaelle/{incident_id}/fristen/{clock}",
        Right::UpdateIncident,
    ),
    ("/vorfaelle/{incident_id}/notizen", Right::WriteIncidentNote),
    (
        "/vorfaelle/{incident_id}/anlagen",
        Right::KeepIncidentAttachments,
    ),
    (
        "/vorfaelle/{incident_id}/anlagen/{attachment_id}/entfernen",
        Right::KeepIncidentAttachments,
    ),
    ("/vorfaelle/{incident_id}/schliessen", Right::CloseIncident),
    ("/bereitschaft/uebernahme", Right::TakeDuty),
    (
        "/bereitschaft/schichten/{shift_id}/entfernen",
        Right::KeepRoster,
    ),
    ("/bereitschaft/kalender", Right::KeepCalendar),
    ("/bereitschaft/kalender/widerrufen", Right::KeepCalendar),
    (
        "/vorfaelle/{incident_id}/ersuchen",
        Right::CreateHelpRequest,
    ),
    ("/ersuchen/{request_id}/alarmieren", Right::AlertExperts),
    ("/ersuchen/{request_id}/welle", Right::SteerWaves),
    ("/ersuchen/{request_id}/pause", Right::SteerWaves),
    ("/ersuchen/{request_id}/auswahl", Right::SteerWaves),
    ("/ersuchen/{request_id}/antwort", Right::AnswerForExpert),
    ("/ersuchen/{request_id}/nummer", Right::RevealAlertContact),
    ("/ersuchen/{request_id}/ende", Right::AlertExperts),
    ("/einsaetze/{deployment_id}/beginn", Right::RunDeployment),
    (
        "/einsaetze/{deployment_id}/verlaengerung",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/verlaengerung/antwort",
        Right::RunDeployment,
    ),
    ("/einsaetze/{deployment_id}/rueckruf", Right::RunDeployment),
    ("/einsaetze/{deployment_id}/ende", Right::RunDeployment),
    ("/einsaetze/{deployment_id}/absage", Right::RunDeployment),
    ("/einsaetze/{deployment_id}/abloesung", Right::RunDeployment),
    (
        "/einsaetze/{deployment_id}/annahme",
        Right::AcceptDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/kontakt",
        Right::RevealDeploymentContact,
    ),
    (
        "/organisation/freigaben/einsaetze/{deployment_id}",
        Right::ReleaseDeployment,
    ),
    (
        "/profil/nachweise/{evidence_id}/entfernen",
        Right::KeepEvidence,
    ),
    ("/verwaltung/texte/{text}/geprueft", Right::KeepTexts),
    (
        "/verwaltung/zustellung/{job_id}/nochmal",
        Right::KeepDeliveries,
    ),
    (
        "/verwaltung/zustellung/{job_id}/verwerfen",
        Right::KeepDeliveries,
    ),
    ("/eintraege/{expert_id}/bestaetigen", Right::ConfirmExpert),
    ("/eintraege/{expert_id}/entwurf", Right::UpdateExpert),
    (
        "/eintraege/{expert_id}/verfuegbarkeit/uebernehmen",
        Right::UpdateExpert,
    ),
    ("/eintraege/{expert_id}/rufbereitschaft", Right::PlanOnCall),
    ("/verfuegbarkeit/kalender", Right::KeepCalendar),
    ("/verfuegbarkeit/kalender/widerrufen", Right::KeepCalendar),
    ("/fachkraefte/{expert_id}/einreichen", Right::SubmitExpert),
    ("/organisation/einreichen", Right::SubmitExpert),
    (
        "/fachkraefte/{expert_id}/zurueckziehen",
        Right::SubmitExpert,
    ),
    (
        "/pruefung/{vetting_case_id}/beurteilung",
        Right::AssessVettingCase,
    ),
    (
        "/pruefung/{vetting_case_id}/rueckgaengig",
        Right::AssessVettingCase,
    ),
    (
        "/pruefung/{vetting_case_id}/vermerke",
        Right::AssessVettingCase,
    ),
    (
        "/pruefung/{vetting_case_id}/liste",
        Right::AssessVettingCase,
    ),
    (
        "/pruefung/{vetting_case_id}/entzug",
        Right::AssessVettingCase,
    ),
    (
        "/organisation/import/{import_id}/uebernehmen",
        Right::ImportExperts,
    ),
    (
        "/organisation/import/{import_id}/rueckgaengig",
        Right::ImportExperts,
    ),
    (
        "/organisation/import/{import_id}/verwerfen",
        Right::ImportExperts,
    ),
    (
        "/organisation/freigaben/kontingent",
        Right::UpdateOrganisation,
    ),
    ("/organisation/angebote/{offer_id}/stand", Right::KeepOffers),
    (
        "/organisation/einladungen/{invitation_id}/nochmal",
        Right::InviteExperts,
    ),
    (
        "/organisation/einladungen/{invitation_id}/zurueckziehen",
        Right::InviteExperts,
    ),
    (
        "/eintraege/{expert_id}/faehigkeiten/bestaetigen",
        Right::UpdateExpert,
    ),
    (
        "/organisation/vertretung/{account_id}/beenden",
        Right::DelegateManagement,
    ),
    ("/konto/passwort", Right::ChangePassword),
    ("/konto/sitzungen/beenden", Right::EndSession),
    ("/konto/sitzungen/{session_id}/beenden", Right::EndSession),
    ("/konto/schluessel", Right::IssueToken),
    ("/konto/schluessel/{token_id}/entziehen", Right::RevokeToken),
    ("/konto/zweiter-faktor/aus", Right::SetSecondFactor),
    ("/konto/wiederherstellungscodes", Right::RenewRecoveryCodes),
    ("/konto/passkeys", Right::AddPasskey),
    ("/konto/passkeys/frage", Right::AddPasskey),
    (
        "/konto/passkeys/{passkey_id}/entfernen",
        Right::RemovePasskey,
    ),
    ("/bestaetigen/passkey", Right::ConfirmSession),
    ("/bestaetigen/passkey/frage", Right::ConfirmSession),
    ("/einwilligungen/einschraenkung", Right::KeepConsents),
    ("/konto/mitteilungen", Right::SetNotices),
    ("/verwaltung/schluessel/ankuendigen", Right::RotateKeys),
    ("/verwaltung/schluessel/bestaetigen", Right::RotateKeys),
    ("/verwaltung/konten/suche", Right::ReadAccounts),
    (
        "/verwaltung/begriffe/{begriff}/zusammenlegen",
        Right::KeepTerms,
    ),
    (
        "/verwaltung/begriffe/{begriff}/ausmustern",
        Right::KeepTerms,
    ),
    ("/verwaltung/begriffe/{begriff}/anbieten", Right::KeepTerms),
    (
        "/verwaltung/begriffe/vorschlaege/{stelle}",
        Right::KeepTerms,
    ),
    ("/eintraege/{expert_id}/vorschlag", Right::ProposeTerm),
    ("/verwaltung/gebiete/{datei}/verwerfen", Right::KeepRegions),
    (
        "/verwaltung/kontakte/{stelle}/geprueft",
        Right::KeepContacts,
    ),
    (
        "/verwaltung/kontakte/{stelle}/entfernen",
        Right::KeepContacts,
    ),
    (
        "/verwaltung/organisationen/{organisation_id}/betreut",
        Right::SetMembership,
    ),
    (
        "/verwaltung/organisationen/{organisation_id}/mitgliedschaft",
        Right::SetMembership,
    ),
    (
        "/verwaltung/organisationen/{organisation_id}/vertretungen/beenden",
        Right::GrantRoles,
    ),
    (
        "/verwaltung/konten/{account_id}/einladung",
        Right::KeepAccounts,
    ),
    (
        "/verwaltung/konten/{account_id}/sitzungen/beenden",
        Right::KeepAccounts,
    ),
    (
        "/verwaltung/konten/{account_id}/schluessel/entziehen",
        Right::KeepAccounts,
    ),
    (
        "/verwaltung/konten/{account_id}/schliessen",
        Right::KeepAccounts,
    ),
    (
        "/verwaltung/konten/{account_id}/oeffnen",
        Right::KeepAccounts,
    ),
    ("/verwaltung/konten/{account_id}/rollen", Right::GrantRoles),
    (
        "/verwaltung/konten/{account_id}/rollen/entziehen",
        Right::GrantRoles,
    ),
    (
        "/verwaltung/konten/{account_id}/rollen/bestaetigen",
        Right::GrantRoles,
    ),
    (
        "/verwaltung/konten/{account_id}/rollen/verwerfen",
        Right::GrantRoles,
    ),
    (
        "/verwaltung/warnungen/{alarm_id}/erledigt",
        Right::AcknowledgeAlarm,
    ),
    ("/verwaltung/koeder/{decoy_id}/entfernen", Right::KeepDecoys),
    ("/kommune/kontakte", Right::KeepEmergencyContacts),
    (
        "/kommune/kontakte/{contact_id}/geprueft",
        Right::KeepEmergencyContacts,
    ),
    (
        "/kommune/kontakte/{contact_id}/nach-oben",
        Right::KeepEmergencyContacts,
    ),
    (
        "/kommune/kontakte/{contact_id}/entfernen",
        Right::KeepEmergencyContacts,
    ),
    (
        "/notfallkarten/{organisation_id}/kontakte",
        Right::RevealEmergencyContacts,
    ),
    (
        "/notfallkarten/karten/{card_id}/sperren",
        Right::RevokeEmergencyCard,
    ),
    (
        "/notfallkarten/karten/{card_id}/ersatz",
        Right::ReplaceEmergencyCard,
    ),
    (
        "/notfallkarten/karten/{card_id}/ersatz/bestaetigen",
        Right::ReplaceEmergencyCard,
    ),
    ("/vorfaelle/{incident_id}/leitfaden", Right::UpdateIncident),
    (
        "/vorfaelle/{incident_id}/angebote/{offer_id}",
        Right::RequestOffer,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/antwort",
        Right::AnswerOfferRequest,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/rueckzug",
        Right::RequestOffer,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/beginn",
        Right::RunOfferRequest,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/verlaengerung",
        Right::RequestOffer,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/ende",
        Right::RunOfferRequest,
    ),
    (
        "/angebotsanfragen/{offer_request_id}/kontakt",
        Right::RevealOfferContact,
    ),
    (
        "/einsaetze/{deployment_id}/rechtsgrundlage",
        Right::SetDeploymentBasis,
    ),
    (
        "/vorfaelle/{incident_id}/sofortvereinbarung",
        Right::ConfirmConditions,
    ),
    ("/verwaltung/rechtsgrundlagen", Right::KeepLegalRules),
    ("/einsaetze/{deployment_id}/verlauf", Right::RunDeployment),
    ("/einsaetze/{deployment_id}/handgriff", Right::RunDeployment),
    (
        "/einsaetze/{deployment_id}/kosten/schritt",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/zeiten/bestaetigen",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/zeiten/{time_id}/entfernen",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/rueckblick",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/rueckblick/bewaehrt",
        Right::RunDeployment,
    ),
    (
        "/einsaetze/{deployment_id}/rueckblick/ort",
        Right::RunDeployment,
    ),
    ("/vorfaelle/{incident_id}/lehre", Right::WriteLesson),
    ("/erfahrungen/{lesson_id}/freigabe", Right::ShareLesson),
    ("/erfahrungen/{lesson_id}/zurueckziehen", Right::WriteLesson),
];

/// Open to anybody; what the others of these do is tested by name.
const PUBLIC: &[&str] = &[
    "/",
    "/status",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
    "/bausteine",
    "/anmelden",
    "/anmelden/zweiter-faktor",
    "/anmelden/zweiter-faktor/passkey",
    "/anmelden/zweiter-faktor/passkey/frage",
    "/anmelden/passkey",
    "/anmelden/passkey/frage",
    "/abmelden",
    "/einladung/{token}",
    "/stimmt-noch/{token}",
    "/kalender/{token}",
    "/einladungen/{token}",
    "/hilfe",
    "/hilfe/{link}",
    "/hilfe/{link}/stand",
    "/hilfe/{link}/zurueckziehen",
    "/hilfe/{link}/mitlesen",
    "/hilfe/{link}/einsaetze/{deployment_id}",
    "/hilfe/{link}/einsaetze/{deployment_id}/kontakt",
    "/hilfe/{link}/einsaetze/{deployment_id}/schritt",
    "/a/{link}",
    "/a/{link}/stand",
    "/a/{link}/einsatz",
    "/freigabe/{link}",
    "/darstellung",
    "/assets/{name}",
    "/notfallkarte",
    "/einsatzbedingungen",
    "/hilfe/{link}/leitfaden",
    "/hilfe/{link}/sofortvereinbarung",
    "/hilfe/{link}/einsatzmappe",
    "/hilfe/{link}/einsaetze/{deployment_id}/handgriff",
    "/a/{link}/einsatzmappe",
    "/a/{link}/handgriff",
];

#[test]
fn every_page_has_a_right_or_is_public() {
    let found = page_paths();
    let known: BTreeSet<String> = RIGHTS
        .iter()
        .chain(FORMS)
        .map(|(path, _)| *path)
        .chain(PUBLIC.iter().copied())
        .chain(["/api/v1/openapi.json", "/metrics"])
        .map(str::to_owned)
        .collect();

    assert_eq!(found, known);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_signed_in_is_led_there_and_back() {
    let app = TestApp::new().await;

    for (path, _) in RIGHTS {
        let path = format!("{}?q=a%26b", filled(path));

        let answer = app.page(&path, "").await.expect(303);

        let next = answer.location().strip_prefix("/anmelden?weiter=").unwrap();
        let pair = format!("weiter={next}");
        let pairs: Vec<(String, String)> = serde_html_form::from_str(&pair).unwrap();
        assert_eq!(pairs[0].1, path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_role_sees_a_page_that_the_policy_does_not_give_it() {
    let app = TestApp::new().await;
    let employer = organisation().save(&app).await;

    for role in Role::VARIANTS {
        let organisation = role.is_for_an_organisation().then_some(employer);
        let session = app.browse_as(*role, organisation).await;
        for (path, right) in RIGHTS {
            let answer = app.page(&filled(path), &session).await;

            let may = reach(*right, *role).is_some();
            let status = answer.status.as_u16();
            // Who may see a page may still have nothing of their own to see.
            assert_eq!(
                matches!(status, 200 | 404),
                may,
                "{path} as {role:?}: {status}"
            );
            assert_eq!(status == 403, !may, "{path} as {role:?}: {status}");
            let is_file = answer.headers.contains_key("content-disposition");
            assert!(
                is_file || answer.text.contains("<h1"),
                "{path} as {role:?} leads nowhere"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_the_public_pages() {
    let app = TestApp::new().await;

    for path in [
        "/",
        "/status",
        "/impressum",
        "/datenschutz",
        "/barrierefreiheit",
        "/anmelden",
        "/notfallkarte",
        "/einsatzbedingungen",
    ] {
        app.page(path, "").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_the_account_are_for_whoever_is_signed_in() {
    let app = TestApp::new().await;

    for (path, _) in FORMS {
        let answer = app.submit(&filled(path), "", &[]).await;

        assert_eq!(answer.status, 401, "{path}");
        assert!(answer.text.contains("<h1"), "{path} leads nowhere");
    }
}
