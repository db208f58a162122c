use proptest::prelude::*;
use web::Language;

use super::{Amount, Quantity};

fn cents(cents: i64) -> Amount {
    Amount::of_cents(cents)
}

#[test]
fn amounts_are_read_as_people_type_them() {
    for text in [
        "1.234,50",
        "1234.5",
        "1234,5",
        "1,234.50",
        " 1 234,50 € ",
        "€1,234.50",
    ] {
        assert_eq!(Amount::read(text), Some(cents(123_450)), "{text}");
    }
    assert_eq!(Amount::read("1.234"), Some(cents(123_400)));
    assert_eq!(Amount::read("0,05"), Some(cents(5)));
    assert_eq!(Amount::read("7"), Some(cents(700)));
}

#[test]
fn what_is_no_amount_or_two_is_not_read() {
    for text in [
        "",
        "-1",
        "1,2345",
        "1,234",
        "12.34.56",
        "1.23.456",
        "5 Euro",
        "=1+1",
        ",5",
        "1,",
        "1e3",
        "💶",
        "99999999999",
    ] {
        assert_eq!(Amount::read(text), None, "{text}");
    }
}

#[test]
fn amounts_are_written_as_people_read_them() {
    assert_eq!(cents(123_450).shown(Language::German), "1.234,50\u{a0}€");
    assert_eq!(cents(123_456_789).shown(Language::English), "€1,234,567.89");
    assert_eq!(cents(5).plain(), "0,05");
    assert_eq!(Quantity::of_hundredths(750).plain(), "7,5");
    assert_eq!(Quantity::of(1_240).shown(Language::German), "1.240");
    assert_eq!(
        Quantity::of_hundredths(725).shown(Language::English),
        "7.25"
    );
}

#[test]
fn half_a_cent_is_rounded_up() {
    assert_eq!(cents(50).percent(19), Some(cents(10)));
    assert_eq!(cents(250).percent(7), Some(cents(18)));
    assert_eq!(
        cents(30).times(Quantity::of_hundredths(1_215)),
        Some(cents(365))
    );
}

#[test]
fn minutes_are_hundredths_of_an_hour() {
    assert_eq!(Quantity::of_minutes(450), Quantity::of_hundredths(750));
    assert_eq!(Quantity::of_minutes(1), Quantity::of_hundredths(2));
    assert_eq!(Quantity::of_minutes(20), Quantity::of_hundredths(33));
}

#[test]
fn what_cannot_be_counted_is_no_amount() {
    let most = cents(i64::MAX);

    assert_eq!(most.plus(cents(1)), None);
    assert_eq!(most.percent(19), None);
    assert_eq!(most.times(Quantity::of(2)), None);
    assert_eq!(Amount::total([most, cents(1)]), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(value in 0..=Amount::MOST.cents()) {
        let amount = cents(value);

        prop_assert_eq!(Amount::read(&amount.plain()), Some(amount));
        prop_assert_eq!(Amount::read(&amount.shown(Language::German)), Some(amount));
        prop_assert_eq!(Amount::read(&amount.shown(Language::English)), Some(amount));
        let quantity = Quantity::of_hundredths(value);
        prop_assert_eq!(Quantity::read(&quantity.plain()), Some(quantity));
    }

    #[test]
    fn nothing_typed_panics(text in "[0-9.,€ -]{0,16}") {
        let _ = Amount::read(&text);
    }

    #[test]
    fn a_sum_does_not_depend_on_the_order(values in proptest::collection::vec(0..1_000_000_i64, 0..40)) {
        let forward = Amount::total(values.iter().copied().map(cents));
        let backward = Amount::total(values.iter().rev().copied().map(cents));

        prop_assert_eq!(forward, backward);
        prop_assert_eq!(forward, Some(cents(values.iter().sum())));
    }

    #[test]
    fn a_share_is_off_by_half_a_cent_at_most(value in 0..=Amount::MOST.cents(), rate in 0..=100_u8) {
        let share = cents(value).percent(rate).unwrap().cents();

        let exact = value * i64::from(rate);
        prop_assert!(share * 100 - exact <= 50 && exact - share * 100 < 50);
    }
}
