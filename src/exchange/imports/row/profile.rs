//! What everybody sees: texts, skills, where and how long.

use super::Reader;
use super::cells::Cells;
use crate::exchange::cells::{Problem, read_clearance, read_day, read_mode, read_number};
use crate::exchange::columns::Column;
use crate::experts::{Clearance, NewExpert, NewSkill};
use crate::reference::Ags;

impl Reader<'_> {
    /// Reads what everybody sees.
    pub(super) fn profile(&mut self, cells: &mut Cells<'_>, new: &mut NewExpert) {
        cells.replace(Column::Headline, &mut new.headline.de);
        cells.replace(Column::HeadlineEnglish, &mut new.headline.en);
        cells.replace(Column::Text, &mut new.text.de);
        cells.replace(Column::TextEnglish, &mut new.text.en);
        let words = &mut self.vocabulary;
        if let Some(skills) = cells.read_list(Column::Skills, |text| words.read_skills(text)) {
            let skills = skills.into_iter().map(|skill| kept(&new.skills, skill));
            new.skills = skills.collect();
        }
        let held = cells.read_list(Column::Certifications, |text| {
            words.read_certifications(text)
        });
        new.certifications = held.unwrap_or(std::mem::take(&mut new.certifications));
        let spoken = cells.read_list(Column::Languages, |text| words.read_languages(text));
        new.languages = spoken.unwrap_or(std::mem::take(&mut new.languages));
        if let Some(base) = cells.read(Column::Base, |text| self.places.read(text))
            && !self.is_same_place(&base, &new.base)
        {
            new.base = base;
        }
        let required = [
            (Column::Headline, new.headline.de.is_empty()),
            (Column::Skills, new.skills.is_empty()),
            (Column::Base, new.base.is_empty()),
        ];
        for (column, is_missing) in required {
            if is_missing && cells.text(column).is_none() {
                cells.fail(column, Problem::Missing);
            }
        }
    }

    /// A key that was retired since is still the same place.
    fn is_same_place(&self, one: &str, other: &str) -> bool {
        let place = |key: &str| Some(self.reference.regions.get(key.parse::<Ags>().ok()?)?.ags);
        place(one).is_some_and(|found| place(other) == Some(found))
    }
}

/// A skill that stays at its level keeps what is known of it.
fn kept(held: &[NewSkill], skill: NewSkill) -> NewSkill {
    let same = |held: &&NewSkill| held.id == skill.id && held.level == skill.level;
    let evidence = held.iter().find(same).and_then(|held| held.evidence);
    NewSkill { evidence, ..skill }
}

/// Reads how it works; only a new entry must say where.
pub(super) fn work(cells: &mut Cells<'_>, new: &mut NewExpert, is_new: bool) {
    match cells.read(Column::Mode, read_mode) {
        Some(mode) => new.mode = mode,
        None if is_new && cells.text(Column::Mode).is_none() => {
            cells.fail(Column::Mode, Problem::Missing);
        }
        None => {}
    }
    let radius = cells.read(Column::Radius, |text| read_number(text, 0..=1_500));
    new.radius_km = radius.unwrap_or(new.radius_km);
    let days = cells.read(Column::MaxDays, |text| read_number(text, 1..=180));
    new.max_days = days.unwrap_or(new.max_days);
    let notice = cells.read(Column::Notice, |text| read_number(text, 0..=168));
    new.notice_hours = notice.unwrap_or(new.notice_hours);
    if let Some(level) = cells.read(Column::Clearance, read_clearance) {
        let held = std::mem::take(&mut new.clearance);
        new.clearance = Clearance {
            level,
            valid_until: held.valid_until.filter(|_| level > 0),
            office: held.office.filter(|_| level > 0),
        };
    }
    let until = cells.read(Column::ClearanceUntil, read_day);
    new.clearance.valid_until = until.or(new.clearance.valid_until);
    if let Some(office) = cells.text(Column::ClearanceOffice) {
        new.clearance.office = Some(office.to_owned());
    }
}
