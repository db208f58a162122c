//! Outlines of Länder and Kreise, drawn from the shipped topology for maps on pages.

use std::collections::BTreeMap;
use std::fmt::Write;

use migration::reference::MAP;
use serde::Deserialize;

/// Width of the whole drawing; the height follows.
const WIDTH: f64 = 600.0;
/// Degrees of longitude are so much shorter than those of latitude in the middle of Germany.
const SHRINK: f64 = 0.629;

/// All outlines in one drawing.
#[derive(Debug)]
pub struct Outlines {
    /// Width and height of the drawing.
    pub size: (i32, i32),
    /// By two-digit AGS of the Land.
    pub lands: BTreeMap<String, Outline>,
    /// By five-digit AGS of the Kreis.
    pub kreise: BTreeMap<String, Outline>,
}

/// One region.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The `d` of an SVG path.
    pub path: String,
    /// Middle of its largest part.
    pub middle: (i32, i32),
    /// Left, top, right and bottom edge.
    pub bounds: (i32, i32, i32, i32),
}

/// The shipped map is not a topology.
#[derive(Debug, thiserror::Error)]
#[error("the shipped map cannot be read")]
pub struct MapError(#[from] serde_json::Error);

#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<(i32, i32)>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    kreise: Collection,
    laender: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(flatten)]
    shape: Shape,
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

#[derive(Deserialize)]
struct Properties {
    land: String,
    #[serde(default)]
    ags: Option<String>,
}

/// Draws the shipped map.
///
/// # Errors
/// It is not a topology.
pub fn draw() -> Result<Outlines, MapError> {
    let topology: Topology = serde_json::from_str(MAP)?;
    let arcs: Vec<Vec<(i32, i32)>> = topology.arcs.iter().map(|arc| absolute(arc)).collect();
    let all = || arcs.iter().flatten();
    let width = all().map(|point| point.0).max().unwrap_or(1);
    let height = all().map(|point| point.1).max().unwrap_or(1);
    let x = WIDTH / f64::from(width);
    let y = x * topology.transform.scale.1 / topology.transform.scale.0 / SHRINK;
    let pen = Pen {
        arcs: &arcs,
        x,
        y,
        height,
    };
    let Objects { kreise, laender } = topology.objects;
    let outlines = |collection: Collection| {
        collection.geometries.into_iter().map(|geometry| {
            let Properties { land, ags } = geometry.properties;
            (ags.unwrap_or(land), pen.outline(&geometry.shape))
        })
    };
    Ok(Outlines {
        size: (whole(WIDTH), whole(f64::from(height) * y)),
        lands: outlines(laender).collect(),
        kreise: outlines(kreise).collect(),
    })
}

/// An arc holds its first point and then the steps between points.
fn absolute(arc: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let step = |at: &mut (i32, i32), (x, y): &(i32, i32)| {
        *at = (at.0 + x, at.1 + y);
        Some(*at)
    };
    arc.iter().scan((0, 0), step).collect()
}

/// Draws rings of arcs.
struct Pen<'a> {
    arcs: &'a [Vec<(i32, i32)>],
    x: f64,
    y: f64,
    height: i32,
}

impl Pen<'_> {
    fn outline(&self, shape: &Shape) -> Outline {
        let rings: Vec<Vec<(i32, i32)>> = match shape {
            Shape::Polygon(rings) => rings.iter().map(|ring| self.ring(ring)).collect(),
            Shape::MultiPolygon(parts) => {
                parts.iter().flatten().map(|ring| self.ring(ring)).collect()
            }
        };
        let mut path = String::new();
        for ring in &rings {
            for (position, (x, y)) in ring.iter().enumerate() {
                let command = if position == 0 { 'M' } else { 'L' };
                // Writing to a String cannot fail.
                let _ = write!(path, "{command}{x} {y}");
            }
            path.push('Z');
        }
        let largest = rings.iter().max_by_key(|ring| {
            let (left, top, right, bottom) = bounds(ring);
            (right - left) * (bottom - top)
        });
        let (left, top, right, bottom) = largest.map_or((0, 0, 0, 0), |ring| bounds(ring));
        Outline {
            path,
            middle: (left.midpoint(right), top.midpoint(bottom)),
            bounds: bounds(&rings.concat()),
        }
    }

    /// The points of a ring on the drawing; arcs with a negative number run backwards.
    fn ring(&self, ring: &[i32]) -> Vec<(i32, i32)> {
        let mut points: Vec<(i32, i32)> = Vec::new();
        for number in ring {
            let index = if *number < 0 { !number } else { *number };
            let arc = usize::try_from(index)
                .ok()
                .and_then(|index| self.arcs.get(index));
            let drawn = arc.into_iter().flatten().map(|point| self.place(*point));
            if *number < 0 {
                points.extend(drawn.rev());
            } else {
                points.extend(drawn);
            }
        }
        points.dedup();
        points
    }

    fn place(&self, (x, y): (i32, i32)) -> (i32, i32) {
        (
            whole(f64::from(x) * self.x),
            whole(f64::from(self.height - y) * self.y),
        )
    }
}

fn bounds(points: &[(i32, i32)]) -> (i32, i32, i32, i32) {
    let x = || points.iter().map(|point| point.0);
    let y = || points.iter().map(|point| point.1);
    (
        x().min().unwrap_or(0),
        y().min().unwrap_or(0),
        x().max().unwrap_or(0),
        y().max().unwrap_or(0),
    )
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a drawing of some hundred units"
)]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_land_and_kreis_lies_within_the_drawing() {
        let outlines = draw().unwrap();

        assert_eq!((outlines.lands.len(), outlines.kreise.len()), (16, 400));
        let (width, height) = outlines.size;
        assert!((700..900).contains(&height), "{height}");
        for (ags, outline) in outlines.lands.iter().chain(&outlines.kreise) {
            let (left, top, right, bottom) = outline.bounds;
            assert!(
                left >= 0 && top >= 0 && right <= width && bottom <= height,
                "{ags}"
            );
            assert!(
                outline.path.starts_with('M') && outline.path.ends_with('Z'),
                "{ags}"
            );
        }
    }

    #[test]
    fn the_map_stands_the_right_way_up() {
        let outlines = draw().unwrap();
        let middle = |land: &str| outlines.lands[land].middle;

        assert!(
            middle("01").1 < middle("09").1,
            "Schleswig-Holstein is north of Bayern"
        );
        assert!(
            middle("10").0 < middle("14").0,
            "Saarland is west of Sachsen"
        );
    }
}
