//! Files that are no calendar, and calendars as nobody should write them.

use super::model::FileFault;
use super::tests::{calendar, days, proposed, read, today};

#[test]
fn a_file_that_is_no_calendar_says_what_it_is() {
    let fault = |file: &[u8]| read(file, &[], today()).unwrap_err();

    assert_eq!(fault(b" \r\n"), FileFault::Empty);
    assert_eq!(fault(b"%PDF-1.7"), FileFault::NoCalendar);
    assert_eq!(
        fault(b"BEGIN:VCARD\r\nEND:VCARD\r\n"),
        FileFault::NoCalendar
    );
    assert_eq!(fault(b"\xFF\xFEB\0E\0G\0I\0N\0"), FileFault::Encoding(1));
    assert_eq!(fault(calendar(&[]).as_bytes()), FileFault::NoEvents);
    let whole = calendar(&["DTSTART;VALUE=DATE:20261207"]);
    assert_eq!(
        fault(&whole.as_bytes()[..whole.len() - 15]),
        FileFault::Incomplete
    );
    let crossed = whole.replace("END:VEVENT", "END:VTODO");
    assert_eq!(fault(crossed.as_bytes()), FileFault::Broken(5));
    let latin = [
        &b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Gr\xFC\xDFe\n"[..],
        b"END:VEVENT\n",
    ]
    .concat();
    assert_eq!(fault(&latin), FileFault::Encoding(3));
}

#[test]
fn hostile_files_end_soon() {
    let fault = |file: &str| read(file.as_bytes(), &[], today()).unwrap_err();
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    assert_eq!(fault(&deep), FileFault::Nesting(9));
    let event = "DTSTART:20261224";
    assert_eq!(
        fault(&calendar(&vec![event; 100_000])),
        FileFault::TooManyEvents
    );
    let long = format!("{event}\nEXDATE:{}", "20261224,".repeat(120_000));
    assert_eq!(fault(&calendar(&[&long])), FileFault::LineTooLong(5));
    let never = "DTSTART:00010101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9";
    assert_eq!(fault(&calendar(&vec![never; 20_000])), FileFault::TooMuch);
    let always = "DTSTART:20200101\nDURATION:P900W\nRRULE:FREQ=DAILY";
    assert_eq!(fault(&calendar(&vec![always; 20_000])), FileFault::TooMuch);
    let masters = "UID:a\nDTSTART:20200101\nRRULE:FREQ=YEARLY";
    let instance = "UID:a\nDTSTART:20200101\nRECURRENCE-ID:20200101";
    let both = [vec![masters; 9_000], vec![instance; 9_000]].concat();
    assert_eq!(fault(&calendar(&both)), FileFault::TooMuch);
    let secret = format!(
        "{event}\nDESCRIPTION:{}\nATTACH:{}",
        "x".repeat(1_000_000),
        "\n y".repeat(100_000)
    );
    assert_eq!(proposed(&[&secret]), [days("2026-12-24", "2026-12-24")]);
}
