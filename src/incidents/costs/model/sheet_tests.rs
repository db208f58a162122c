use chrono::NaiveDate;
use proptest::prelude::*;

use super::{
    Amount, Category, CostKind, Costs, PlainLine, Price, Quantity, TripFacts, Vat, VatReason,
    propose,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(category: Category, price: Price) -> PlainLine {
    PlainLine {
        category,
        from: day("2026-12-01"),
        until: day("2026-12-02"),
        price,
        note: String::new(),
    }
}

fn flat(category: Category, cents: i64) -> PlainLine {
    line(category, Price::Flat(Amount::of_cents(cents)))
}

fn reimbursed(lines: Vec<PlainLine>) -> Costs {
    Costs::of(CostKind::Reimbursement, lines, None).unwrap()
}

#[test]
fn up_to_35_euros_are_not_claimed_of_amtshilfe() {
    let exactly = reimbursed(vec![flat(Category::Travel, 3_500)]).totals(true);
    let more = reimbursed(vec![flat(Category::Travel, 3_501)]).totals(true);

    assert_eq!(
        (exactly.gross, exactly.claimed),
        (Amount::of_cents(3_500), Amount::ZERO)
    );
    assert_eq!(more.claimed, Amount::of_cents(3_501));
    let otherwise = reimbursed(vec![flat(Category::Travel, 1)]).totals(false);
    assert_eq!(otherwise.claimed, Amount::of_cents(1));
}

#[test]
fn a_small_fee_is_owed_with_its_tax() {
    let hours = line(
        Category::Hours,
        Price::Units(Quantity::of_hundredths(150), Amount::of_cents(1_001)),
    );

    let fee = Costs::of(CostKind::Fee, vec![hours], Vat::of(19, None)).unwrap();

    let totals = fee.totals(false);
    assert_eq!(totals.net, Amount::of_cents(1_502));
    assert_eq!(totals.vat, Amount::of_cents(285));
    assert_eq!(totals.claimed, Amount::of_cents(1_787));
}

#[test]
fn a_sheet_never_holds_both_kinds() {
    let mixed = vec![flat(Category::Travel, 100), flat(Category::Overtime, 100)];
    let refused = Costs::of(CostKind::Fee, mixed, Vat::of(19, None)).unwrap_err();
    assert_eq!(refused[0].pointer, "/lines/1/category");
    assert_eq!(refused[0].code, "kind");

    let hours = line(
        Category::Hours,
        Price::Units(Quantity::of(1), Amount::of_cents(9_000)),
    );
    let refused = Costs::of(CostKind::Reimbursement, vec![hours], None).unwrap_err();
    assert_eq!(refused[0].pointer, "/lines/0/category");
    let taxed = Costs::of(CostKind::Reimbursement, Vec::new(), Some(Vat::Full)).unwrap_err();
    assert_eq!(taxed[0].pointer, "/vat_rate");
}

#[test]
fn no_tax_has_a_reason_and_tax_has_none() {
    let reason = Some(VatReason::PublicCooperation);

    assert_eq!(Vat::of(0, None), None);
    assert_eq!(Vat::of(19, reason), None);
    assert_eq!(Vat::of(16, None), None);
    assert_eq!(
        Vat::of(0, reason),
        Some(Vat::None(VatReason::PublicCooperation))
    );
    assert!(Costs::of(CostKind::Fee, Vec::new(), None).is_err());
}

#[test]
fn what_no_line_may_say_is_said_at_its_field() {
    let mut backwards = flat(Category::Other, -1);
    backwards.until = day("2026-11-30");
    backwards.note = "💶".repeat(201);

    let refused = Costs::of(CostKind::Reimbursement, vec![backwards], None).unwrap_err();

    let at: Vec<_> = refused.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(
        at,
        ["/lines/0/until", "/lines/0/note", "/lines/0/amount_cents"]
    );
}

#[test]
fn an_estimate_is_proposed_of_the_way_and_the_nights() {
    let facts = TripFacts {
        is_on_site: true,
        from: day("2026-12-01"),
        until: day("2026-12-03"),
        distance_km: Some(120),
    };

    let proposed = propose(CostKind::Reimbursement, facts);

    assert_eq!(proposed.totals(true).gross, Amount::of_cents(7_200 + 4_000));
    let remote = TripFacts {
        is_on_site: false,
        ..facts
    };
    assert!(propose(CostKind::Reimbursement, remote).lines().is_empty());
    let fee = propose(CostKind::Fee, remote).lines();
    assert_eq!(fee.len(), 1);
    assert_eq!(fee[0].category, Category::Hours);
}

fn any_price() -> impl Strategy<Value = Price> {
    prop_oneof![
        (0..=1_000_000_i64).prop_map(|cents| Price::Flat(Amount::of_cents(cents))),
        (1..=10_000_i64, 0..=10_000_i64).prop_map(|(quantity, unit)| Price::Units(
            Quantity::of_hundredths(quantity),
            Amount::of_cents(unit)
        )),
    ]
}

proptest! {
    #[test]
    fn a_sum_is_the_sum_of_its_lines(prices in proptest::collection::vec(any_price(), 0..30)) {
        let lines: Vec<_> = prices.iter().map(|price| line(Category::Other, *price)).collect();
        let sum: i64 = prices.iter().map(|price| price.amount().unwrap().cents()).sum();

        let fee = Costs::of(CostKind::Fee, lines.clone(), Vat::of(7, None)).unwrap().totals(false);

        prop_assert_eq!(fee.net.cents(), sum);
        prop_assert_eq!(fee.gross.cents(), fee.net.cents() + fee.vat.cents());
        prop_assert_eq!(fee.vat.cents(), (sum * 7 + 50) / 100);
        let cost = reimbursed(lines.clone()).totals(true);
        prop_assert_eq!(cost.gross, cost.net);
        prop_assert_eq!(cost.claimed == Amount::ZERO, sum <= 3_500);
        prop_assert_eq!(reimbursed(lines).totals(false).claimed.cents(), sum);
    }

    #[test]
    fn lines_read_back_what_they_were_made_of(prices in proptest::collection::vec(any_price(), 0..10)) {
        let lines: Vec<_> = prices.iter().map(|price| line(Category::Lodging, *price)).collect();

        prop_assert_eq!(reimbursed(lines.clone()).lines(), lines);
    }
}
