//! What the forms about organisations say, as the API takes it.

use serde_json::{Value, json};
use web::pages::{AdminField, AdminProblem};

use super::super::form::Sent;
use crate::organisations::{OrganisationKind, Served};
use crate::pages::{place_name, resolve_place};
use crate::reference::{AdministrationKey, Ags, Level, Reference};

/// Places a house can serve.
const MOST_SERVED: usize = 500;

/// A seat as people read it: the name of a place, or of an administration several share.
pub(super) fn seat_text(reference: &Reference, place: &str) -> String {
    let regions = &reference.regions;
    let place = regions.today(place);
    let shared = AdministrationKey::try_from(place.clone()).ok();
    if let Some(shared) = shared.and_then(|key| regions.administration(&key)) {
        return shared.name.clone();
    }
    let region = place.parse::<Ags>().ok().and_then(|ags| regions.get(ags));
    region.map_or_else(|| place.clone(), |region| place_name(reference, region))
}

/// The key of the seat typed: a name, a postcode or a key; a shared administration where the kind has one.
pub(super) fn seat_key(reference: &Reference, sent: &Sent) -> Result<String, AdminProblem> {
    let typed = sent.text(AdminField::Seat.name());
    let kind = sent.text(AdminField::Kind.name()).parse().ok();
    let regions = &reference.regions;
    if typed.is_empty() {
        return Err(AdminProblem::Missing);
    }
    let shared = AdministrationKey::try_from(typed.to_owned()).ok();
    if shared.is_some_and(|key| regions.administration(&key).is_some()) {
        return Ok(typed.to_owned());
    }
    if let Some(region) = typed.parse::<Ags>().ok().and_then(|ags| regions.get(ags)) {
        return Ok(region.ags.to_string());
    }
    let asked = resolve_place(reference, "", &sent.parameters());
    let Some(ags) = asked.ags else {
        let choices = asked.field.problem.as_ref();
        let near = choices.map_or(&[][..], |problem| problem.choices());
        let near = near.iter().take(5).map(|choice| choice.label.clone());
        return Err(AdminProblem::NoPlace(near.collect()));
    };
    let shared = regions.administration_of(ags);
    let town = regions.get(ags).filter(|region| {
        region.level == Level::Kreis
            && region.is_kreisfrei()
            && kind == Some(OrganisationKind::Municipality)
    });
    let town = town.and_then(|region| regions.children(region.ags).next());
    Ok(match (kind, shared, town) {
        (Some(OrganisationKind::MunicipalAssociation), Some(shared), _) => shared.key.to_string(),
        (_, _, Some(town)) => town.ags.to_string(),
        (_, _, None) => ags.to_string(),
    })
}

/// The fields with their values as the API's body has them; an empty optional field is null.
pub(super) fn body(fields: &[AdminField], sent: &Sent) -> Value {
    let mut body = json!({});
    for field in fields {
        let typed = sent.text(field.name());
        let value = match field {
            // What is no number is out of range, so that whatever else is wrong is told too.
            AdminField::Days if !typed.is_empty() => json!(typed.parse::<i32>().unwrap_or(-1)),
            AdminField::DutyPhone
            | AdminField::Days
            | AdminField::MemberFrom
            | AdminField::MemberUntil
                if typed.is_empty() =>
            {
                Value::Null
            }
            _ => json!(typed),
        };
        body[super::super::form::pointer(*field).trim_start_matches('/')] = value;
    }
    body
}

/// The places ticked of those there are, and those typed line by line.
pub(super) fn served(
    reference: &Reference,
    there: &[Served],
    sent: &Sent,
) -> Result<Vec<Served>, Vec<(String, Vec<String>)>> {
    let whole: Vec<&str> = sent.all("ganz").collect();
    let mut serves: Vec<Served> = Vec::new();
    let mut add = |ags: &str| {
        if !serves.iter().any(|served| served.ags == ags) {
            serves.push(Served {
                ags: ags.to_owned(),
                whole: whole.contains(&ags),
            });
        }
    };
    let known = |ags: &&str| there.iter().any(|served| served.ags == **ags);
    sent.all("dient").filter(known).for_each(&mut add);
    let mut wrong = Vec::new();
    let lines = sent.text("weitere").lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty()).take(MOST_SERVED + 1) {
        let line_sent = Sent(vec![("ort".to_owned(), line.to_owned())]);
        match place(reference, &line_sent, line) {
            Ok(ags) => add(&ags),
            Err(near) => wrong.push((line.to_owned(), near)),
        }
    }
    if wrong.is_empty() {
        Ok(serves)
    } else {
        Err(wrong)
    }
}

fn place(reference: &Reference, sent: &Sent, line: &str) -> Result<String, Vec<String>> {
    let regions = &reference.regions;
    let key = line.parse().ok().and_then(|ags| regions.get(ags));
    if let Some(region) = key.filter(|region| region.ags.as_str().len() > 2) {
        return Ok(region.ags.to_string());
    }
    let asked = resolve_place(reference, "", &sent.parameters());
    let near = asked.field.problem.as_ref();
    let near = near.map_or(&[][..], |problem| problem.choices()).iter();
    let near = near.take(5).map(|choice| choice.label.clone()).collect();
    asked.ags.map(|ags| ags.to_string()).ok_or(near)
}
