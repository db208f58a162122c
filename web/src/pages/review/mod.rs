//! After a deployment: how it went, what was seen, what others learn of it, the paper for whoever helped, and figures.

mod certificate;
mod figures;
mod lessons;
mod page;

pub use certificate::CertificatePage;
pub use figures::{FigureRow, FiguresPage};
pub use lessons::{LessonFormPage, LessonRow, LessonsPage};
pub use page::{ProvenRow, ReviewPage, ReviewSide, ReviewView, SkillMarks};
