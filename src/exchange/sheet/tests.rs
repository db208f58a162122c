use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;
use crate::spreadsheet::to_csv;

fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet
        .rows
        .iter()
        .map(|row| row.cells.iter().map(String::as_str).collect())
        .collect()
}

#[test]
fn text_is_read_in_every_usual_form() {
    let plain = "Name;Ort\r\nMüller;Köln\r\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(plain.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let files = [
        plain.as_bytes().to_vec(),
        format!("\u{feff}{plain}").into_bytes(),
        b"Name;Ort\r\nM\xfcller;K\xf6ln\r\n".to_vec(),
        b"Name,Ort\nM\xc3\xbcller,K\xc3\xb6ln".to_vec(),
        b"Name\tOrt\rM\xc3\xbcller\tK\xc3\xb6ln\r".to_vec(),
        b"sep=,\r\nName,Ort\nM\xc3\xbcller,K\xc3\xb6ln".to_vec(),
        utf16,
    ];

    for file in files {
        let sheet = read(&file).unwrap();

        assert_eq!(sheet.header.cells, ["Name", "Ort"]);
        assert_eq!(cells(&sheet), [["Müller", "Köln"]]);
    }
}

#[test]
fn quotes_hold_separators_and_line_breaks_and_rows_are_numbered_as_shown() {
    let text = "a;b\n\n\"x;1\";\"zwei\nZeilen, \"\"so\"\"\"\n;\n\"=1+1\";'=1+1\n";

    let sheet = read(text.as_bytes()).unwrap();

    assert_eq!(
        cells(&sheet),
        [vec!["x;1", "zwei\nZeilen, \"so\""], vec!["=1+1", "=1+1"]]
    );
    let numbers: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [3, 5]);
}

#[test]
fn a_workbook_is_read_as_it_was_typed() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet
        .write_row(0, 0, ["Name", "Ort", "Stufe", "Bis"])
        .unwrap();
    sheet.write(2, 0, "Müller 🚒").unwrap();
    sheet.write(2, 1, 5_954_036).unwrap();
    sheet.write(2, 2, 0.5).unwrap();
    let date = ExcelDateTime::from_ymd(2026, 12, 24).unwrap();
    sheet.write_with_format(2, 3, &date, &day).unwrap();

    let sheet = read(&book.save_to_buffer().unwrap()).unwrap();

    assert_eq!(sheet.header.cells, ["Name", "Ort", "Stufe", "Bis"]);
    assert_eq!(sheet.rows[0].number, 3);
    assert_eq!(
        cells(&sheet),
        [["Müller 🚒", "5954036", "0.5", "24.12.2026"]]
    );
}

#[test]
fn what_is_no_table_is_refused() {
    let many = "a\n".repeat(MOST_ROWS + 2);
    let wide = format!("{}\nx\n", "a;".repeat(MOST_COLUMNS + 1));
    let long = format!("a\n{}\n", "x".repeat(LONGEST_CELL + 1));
    let cases: [(&[u8], FileProblem); 10] = [
        (b"", FileProblem::Empty),
        (b"\xef\xbb\xbf\r\n;;\r\n", FileProblem::Empty),
        (b"a;b\r\n;\r\n", FileProblem::HeaderOnly),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileProblem::OldExcel),
        (b"PK\x03\x04not a workbook", FileProblem::Unreadable),
        (b"\x89PNG\r\n\x1a\n\0\0\0", FileProblem::Unreadable),
        (&vec![b'a'; LONGEST_FILE + 1], FileProblem::TooLong),
        (many.as_bytes(), FileProblem::TooManyRows),
        (wide.as_bytes(), FileProblem::TooManyColumns),
        (long.as_bytes(), FileProblem::CellTooLong(2)),
    ];

    for (file, problem) in cases {
        assert_eq!(read(file), Err(problem));
    }
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/sharedStrings.xml", options).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..61 {
        archive.write_all(&zeros).unwrap();
    }
    let file = archive.finish().unwrap().into_inner();

    assert!(file.len() < LONGEST_FILE);
    assert_eq!(read(&file), Err(FileProblem::UnpacksTooLong));
}

#[test]
fn cells_at_the_end_of_the_world_take_no_room() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "a").unwrap();
    sheet.write(1_048_575, 16_383, "z").unwrap();

    let read = read(&book.save_to_buffer().unwrap());

    assert_eq!(read, Err(FileProblem::TooManyRows));
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Name", "Ort"]).unwrap();
    sheet.write_row(1, 0, ["Müller", "Köln"]).unwrap();
    book.save_to_buffer().unwrap()
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_damage_to_a_workbook_is_survived(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = workbook();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }

        let _ = read(&bytes);
    }

    #[test]
    fn what_is_written_reads_as_before(rows in prop::collection::vec(prop::collection::vec("[ -~äöüß€\n\r\t;,\"'=+@🚒-]{1,12}", 2..5), 1..6)) {
        let header = ["a", "b", "c", "d", "e"];
        let text = to_csv([header.to_vec()].into_iter().chain(
            rows.iter().map(|row| row.iter().map(String::as_str).collect()),
        ));

        let filled: Vec<_> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).cloned().collect();
        let found = read(text.as_bytes()).map(|sheet| sheet.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>());
        prop_assert_eq!(found.unwrap_or_default(), filled);
    }
}
