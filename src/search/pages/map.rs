//! How many can be found where. Länder for all; the Kreise of a Land for those who see internals.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use web::Language;
use web::pages::{MapPage, RegionMap, RegionShape};

use super::form::PATH;
use crate::access::Permit;
use crate::access::action::{SearchExperts, SearchInternals};
use crate::app::AppState;
use crate::clock::Instant;
use crate::http::Problem;
use crate::pages::{Html, Parameters, Visitor};
use crate::reference::{Ags, Land, LandDisplay, Outline, Outlines, Region, draw_outlines};
use crate::search::query::SearchQuery;
use crate::search::{SearchError, service};
use crate::search::{Snapshot, told};

static OUTLINES: LazyLock<Option<Outlines>> = LazyLock::new(|| {
    draw_outlines()
        .inspect_err(|error| {
            tracing::error!(error = error as &dyn std::error::Error, "there is no map");
        })
        .ok()
});

/// Shades of the map besides "none".
const SHADES: usize = 4;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/karte", get(show))
}

async fn show(
    permit: Permit<SearchExperts>,
    Visitor(frame): Visitor,
    State(app): State<AppState>,
    parameters: Parameters,
) -> Result<Html<MapPage>, Problem> {
    let outlines = OUTLINES
        .as_ref()
        .ok_or_else(|| Problem::internal("there is no map"))?;
    let snapshot = app.search.current().ok_or(SearchError::NotReady)?;
    let language = frame.language;
    let sees_internals = permit.also::<SearchInternals>().is_some();
    let land = parameters
        .first("land")
        .filter(|_| sees_internals)
        .and_then(|ags| Land::all().find(|land| land.ags_digits() == ags));
    let (map, total) = match land {
        Some(land) => {
            let (map, total) = kreise(&app, outlines, land, &snapshot);
            (map, Some(total))
        }
        None => lands(&app, &permit, outlines, &snapshot, language).await?,
    };
    Ok(Html::new(MapPage {
        land: land.map(|land| land_name(land, language)),
        frame,
        map,
        total,
    }))
}

/// Länder; small ones lead to the group they are shown as.
async fn lands(
    app: &AppState,
    permit: &Permit<SearchExperts>,
    outlines: &Outlines,
    snapshot: &Snapshot,
    language: Language,
) -> Result<(RegionMap, Option<usize>), Problem> {
    let body = service::count(app, permit, &SearchQuery::default()).await?;
    let facet = body.facets.get("land").cloned().unwrap_or_default();
    let counts: BTreeMap<_, _> = facet
        .into_iter()
        .map(|value| (value.id, value.count))
        .collect();
    let all = found_by_land(snapshot, app.db.clock().now());
    let most = counts.values().flatten().copied().max().unwrap_or(0);
    let sees_internals = permit.also::<SearchInternals>().is_some();
    let mut shapes: Vec<RegionShape> = Vec::new();
    for (shown, members) in shown_lands(snapshot) {
        let count = counts.get(shown.id()).copied().unwrap_or(Some(0));
        let drawn = members.iter().filter_map(|land| {
            let outline = outlines.lands.get(land.ags_digits())?;
            Some((*land, outline))
        });
        for (position, (land, outline)) in drawn.enumerate() {
            let href = if sees_internals {
                Parameters::default()
                    .with("land", land.ags_digits())
                    .href("/karte")
            } else {
                Parameters::default().with("land", shown.id()).href(PATH)
            };
            // A group is one region: drawn in parts, counted and named once.
            let group = shapes.last_mut();
            if let Some(group) = group.filter(|_| position > 0 && !sees_internals) {
                group.outline.push_str(&outline.path);
                group.label = format!("{}, {}", group.label, land_name(land, language));
            } else {
                let named = Named {
                    label: land_name(land, language),
                    short: land.code().to_owned(),
                    href,
                };
                let own = all.get(&land).copied().unwrap_or(0);
                let count = if sees_internals { Some(own) } else { count };
                shapes.push(region(outline, named, count, most));
            }
        }
    }
    let (width, height) = outlines.size;
    let map = RegionMap {
        view_box: format!("0 0 {width} {height}"),
        shapes,
    };
    // Länder small enough to be hidden share a name, so that no sum of few is left but the whole.
    let total = if sees_internals {
        Some(body.total)
    } else {
        told(body.total)
    };
    Ok((map, total))
}

/// Kreise of a Land, of all entries there are.
fn kreise(
    app: &AppState,
    outlines: &Outlines,
    land: Land,
    snapshot: &Snapshot,
) -> (RegionMap, usize) {
    let (land, number) = (land.ags_digits(), u32::from(land.number()));
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for segment in snapshot.index.segments() {
        for entry in (0..segment.len()).filter(|entry| segment.is_alive(*entry)) {
            *counts.entry(segment.kreis(entry)).or_default() += 1;
        }
    }
    counts.retain(|kreis, _| kreis / 1_000 == number);
    let shown = || {
        outlines
            .kreise
            .iter()
            .filter(|(ags, _)| ags.starts_with(land))
    };
    let count_of = |ags: &str| {
        ags.parse()
            .ok()
            .and_then(|key: u32| counts.get(&key).copied())
            .unwrap_or(0)
    };
    let most = counts.values().copied().max().unwrap_or(0);
    let shapes = shown().map(|(ags, outline)| {
        // What took over a Kreis is drawn in its old outline, too.
        let region = ags
            .parse::<Ags>()
            .ok()
            .and_then(|ags| app.reference.regions.get(ags));
        let ags = region.map_or(ags.as_str(), |region| region.ags.as_str());
        let named = Named {
            label: region.map_or_else(|| ags.to_owned(), Region::full_name),
            short: String::new(),
            href: Parameters::default().with("kreis", ags).href(PATH),
        };
        self::region(outline, named, Some(count_of(ags)), most)
    });
    let total = counts.values().sum();
    let (left, top, right, bottom) = outlines.lands[land].bounds;
    let map = RegionMap {
        view_box: format!("{left} {top} {} {}", right - left, bottom - top),
        shapes: shapes.collect(),
    };
    (map, total)
}

/// How many are found now in each Land, for those who see all entries.
fn found_by_land(snapshot: &Snapshot, now: Instant) -> BTreeMap<Land, usize> {
    let mut counts = BTreeMap::new();
    for segment in snapshot.index.segments() {
        let found = (0..segment.len())
            .filter(|entry| segment.is_alive(*entry) && segment.eligible(*entry, now.as_seconds()));
        for land in found.filter_map(|entry| Land::from_number(segment.land(entry))) {
            *counts.entry(land).or_default() += 1;
        }
    }
    counts
}

/// Each name Länder are shown under, with those Länder, in the order of their keys.
fn shown_lands(snapshot: &Snapshot) -> Vec<(LandDisplay, Vec<Land>)> {
    let mut shown: Vec<(LandDisplay, Vec<Land>)> = Vec::new();
    for land in Land::all() {
        let name = snapshot.lands.of(land);
        match shown.iter_mut().find(|(other, _)| *other == name) {
            Some((_, members)) => members.push(land),
            None => shown.push((name, vec![land])),
        }
    }
    shown
}

fn land_name(land: Land, language: Language) -> String {
    match language {
        Language::German => land.name_de().to_owned(),
        Language::English => land.name_en().to_owned(),
    }
}

/// What a region is called and where it leads.
struct Named {
    label: String,
    short: String,
    href: String,
}

fn region(outline: &Outline, named: Named, count: Option<usize>, most: usize) -> RegionShape {
    let Named { label, short, href } = named;
    // Fewer than three are some, but not told.
    let known = count.unwrap_or(1);
    let bucket = if known == 0 {
        0
    } else {
        (known * SHADES).div_ceil(most.max(1)).clamp(1, SHADES)
    };
    RegionShape {
        label,
        short,
        outline: outline.path.clone(),
        label_at: outline.middle,
        href,
        count,
        bucket: u8::try_from(bucket).unwrap_or(u8::MAX),
    }
}
