//! Names of time zones as calendar programs write them.

use chrono_tz::Tz;

/// What Windows calls the zones that people in German administrations meet (CLDR, windowsZones, territory 001).
const WINDOWS: [(&str, Tz); 36] = [
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("Azores Standard Time", Tz::Atlantic__Azores),
    ("Belarus Standard Time", Tz::Europe__Minsk),
    ("Canada Central Standard Time", Tz::America__Regina),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("Central Standard Time", Tz::America__Chicago),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("E. Africa Standard Time", Tz::Africa__Nairobi),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Eastern Standard Time", Tz::America__New_York),
    ("Egypt Standard Time", Tz::Africa__Cairo),
    ("FLE Standard Time", Tz::Europe__Kyiv),
    ("GMT Standard Time", Tz::Europe__London),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("Georgian Standard Time", Tz::Asia__Tbilisi),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("Israel Standard Time", Tz::Asia__Jerusalem),
    ("Kaliningrad Standard Time", Tz::Europe__Kaliningrad),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("Mountain Standard Time", Tz::America__Denver),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("W. Central Africa Standard Time", Tz::Africa__Lagos),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
];

/// Longest name that is looked at: each of its ends may be one.
const LONGEST: usize = 100;

/// The zone of a name: IANA, alone or behind the path that some programs put before it, or Windows'.
pub(super) fn zone(name: &str) -> Option<Tz> {
    let name = name.trim();
    if name.len() > LONGEST {
        return None;
    }
    let ends = name.match_indices('/').map(|(at, _)| &name[at + 1..]);
    let iana = std::iter::once(name)
        .chain(ends)
        .find_map(|name| name.parse().ok());
    iana.or_else(|| {
        let mut known = WINDOWS.iter();
        known
            .find(|(windows, _)| windows.eq_ignore_ascii_case(name))
            .map(|(_, zone)| *zone)
    })
    // Outlook sometimes writes what it shows in its list.
    .or_else(|| name.contains("Berlin").then_some(Tz::Europe__Berlin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_the_names_programs_give_them() {
        let known = [
            ("Europe/Berlin", Tz::Europe__Berlin),
            ("/mozilla.org/20050126_1/Europe/Vienna", Tz::Europe__Vienna),
            (
                "/America/Argentina/Buenos_Aires",
                Tz::America__Argentina__Buenos_Aires,
            ),
            ("W. Europe Standard Time", Tz::Europe__Berlin),
            ("romance standard time", Tz::Europe__Paris),
            (
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien",
                Tz::Europe__Berlin,
            ),
            ("UTC", Tz::UTC),
        ];

        for (name, expected) in known {
            assert_eq!(zone(name), Some(expected), "{name}");
        }
        let long = format!("{}Europe/Berlin", "/".repeat(100));
        for name in ["", "/", "Customized Time Zone", "Mond/Tycho", &long] {
            assert_eq!(zone(name), None, "{name}");
        }
    }
}
