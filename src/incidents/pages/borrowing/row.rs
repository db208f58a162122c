//! Requests for offers as rows of pages.

use web::Language;
use web::pages::{
    BorrowedAct, BorrowedRow, BorrowingCost, BorrowingStand, MoreDaysForm, OfferAnswerForm,
};
use web::parts::OfferSize;

use crate::clock::Instant;
use crate::incidents::borrowing::{
    Borrowed, CostTerms, Limits, OfferRequest, OfferRequestState, Side,
};
use crate::incidents::pages::words;
use crate::incidents::requests::district;
use crate::offers::{OfferKind, kind_words};
use crate::pages::moment;
use crate::reference::Reference;

/// With what rows are made.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) reference: &'a Reference,
    pub(super) now: Instant,
    pub(super) language: Language,
}

impl Shown<'_> {
    pub(super) fn row(self, seen: &Borrowed) -> BorrowedRow {
        let Borrowed {
            request,
            side,
            offer,
            incident,
            house: _,
            town: _,
            message,
            words: said,
            cost,
        } = seen;
        let pick = |text| words::pick(text, self.language).to_owned();
        let symptom = || words::symptom(self.reference, &incident.symptom, self.language);
        let kind = offer.content.what.kind();
        BorrowedRow {
            id: request.id.to_string(),
            title: pick(&offer.content.title),
            kind: kind_words(kind),
            place: self.place(seen),
            symptom: (*side == Side::House && seen.tells_what_happened(self.now)).then(symptom),
            size: size(kind, request.quantity),
            from: self.moment(request.period.from),
            until: self.moment(request.period.until),
            stand: self.stand(request),
            message: message.clone(),
            reason: said.reason.clone(),
            estimate: said.estimate.clone(),
            cost: cost_words(*cost),
            cost_note: pick(&offer.content.cost_note),
            is_drill: incident.is_drill,
            answer: (*side == Side::House && request.is_asked(self.now))
                .then(|| answer_form(kind, request)),
            more: self.more(seen),
            acts: self.acts(request, *side),
            has_contact: request.is_open_in(incident, self.now),
        }
    }

    fn moment(self, at: Instant) -> String {
        moment(at, self.now, self.language)
    }

    /// The house for the town, once it is told; for the house the town, or until then the Kreis.
    fn place(self, seen: &Borrowed) -> String {
        let named = match seen.side {
            Side::Town => seen.house.as_ref(),
            Side::House => seen.town.as_ref(),
        };
        if let Some(named) = named {
            return named.name.clone();
        }
        match seen.side {
            Side::Town => String::new(),
            Side::House => {
                let place = seen.incident.place.as_deref();
                district(self.reference, place).unwrap_or_default()
            }
        }
    }

    fn stand(self, request: &OfferRequest) -> BorrowingStand {
        if let Some(days) = request.more_days.filter(|_| request.is_asked(self.now)) {
            let until = self.moment(request.due_at);
            return BorrowingStand::MoreDays { days, until };
        }
        match request.state {
            OfferRequestState::Asked => BorrowingStand::Asked {
                until: self.moment(request.due_at),
            },
            OfferRequestState::Agreed => BorrowingStand::Agreed,
            OfferRequestState::Running => BorrowingStand::Running,
            OfferRequestState::Ended => BorrowingStand::Ended,
            OfferRequestState::Refused => BorrowingStand::Refused,
            OfferRequestState::Lapsed => BorrowingStand::Lapsed,
            OfferRequestState::Withdrawn => BorrowingStand::Withdrawn,
            OfferRequestState::Cancelled => BorrowingStand::Cancelled,
        }
    }

    /// The town asks for more days, as long as the offer allows them and nobody is asked.
    fn more(self, seen: &Borrowed) -> Option<MoreDaysForm> {
        let request = &seen.request;
        let most = Limits::of(&seen.offer, self.now).days_left(request);
        let may_ask = seen.side == Side::Town
            && request.state.is_promised()
            && self.now < request.period.until
            && !request.is_asked(self.now);
        (may_ask && most > 0).then(|| MoreDaysForm {
            most,
            ..MoreDaysForm::default()
        })
    }

    fn acts(self, request: &OfferRequest, side: Side) -> Vec<BorrowedAct> {
        let start = request.may_start(self.now).then_some(BorrowedAct::Start);
        let is_asked = request.state == OfferRequestState::Asked;
        let withdraw = (is_asked && side == Side::Town).then_some(BorrowedAct::Withdraw);
        let end = request.ends_as().map(|_| BorrowedAct::End);
        start.into_iter().chain(withdraw).chain(end).collect()
    }
}

fn answer_form(kind: OfferKind, request: &OfferRequest) -> OfferAnswerForm {
    // More days are promised for all of it.
    let is_counted = is_counted(kind) && request.state == OfferRequestState::Asked;
    OfferAnswerForm {
        most: is_counted.then_some(request.quantity),
        quantity: request.quantity.to_string(),
        ..OfferAnswerForm::default()
    }
}

/// Whether there are so many of it, or it is there or not.
pub(super) const fn is_counted(kind: OfferKind) -> bool {
    match kind {
        OfferKind::TeamPackage | OfferKind::Workplaces | OfferKind::Devices => true,
        OfferKind::Capacity | OfferKind::Procedure => false,
    }
}

fn size(kind: OfferKind, quantity: u32) -> OfferSize {
    match kind {
        OfferKind::TeamPackage => OfferSize::People(quantity),
        OfferKind::Workplaces => OfferSize::Workplaces(quantity),
        OfferKind::Devices => OfferSize::Devices(quantity),
        OfferKind::Capacity | OfferKind::Procedure => OfferSize::Whole,
    }
}

pub(super) fn cost_words(cost: CostTerms) -> BorrowingCost {
    match cost {
        CostTerms::Nothing => BorrowingCost::Nothing,
        CostTerms::ExtraCosts => BorrowingCost::ExtraCosts,
        CostTerms::Agreed => BorrowingCost::Agreed,
    }
}
