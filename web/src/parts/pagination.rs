//! Links to the other pages of a list.

/// Where one is in a list of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// Path and query of the list without `page`, such as `/suche?q=ad` or `/suche`.
    pub base: String,
    /// The page shown, from 1.
    pub current: usize,
    /// The last page.
    pub last: usize,
}

/// A page to go to, or a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageLink {
    /// A page.
    Page {
        /// Its number.
        number: usize,
        /// Its address.
        href: String,
        /// It is the one shown.
        is_current: bool,
    },
    /// Pages left out.
    Gap,
}

impl Pagination {
    /// Address of a page.
    pub(crate) fn href(&self, page: usize) -> String {
        let separator = if self.base.contains('?') { '&' } else { '?' };
        format!("{}{separator}page={page}", self.base)
    }

    /// The page before.
    pub(crate) fn previous(&self) -> Option<String> {
        (self.current > 1).then(|| self.href(self.current - 1))
    }

    /// The page after.
    pub(crate) fn next(&self) -> Option<String> {
        (self.current < self.last).then(|| self.href(self.current + 1))
    }

    /// First, last and the neighbours of the page shown, with gaps between.
    pub(crate) fn links(&self) -> Vec<PageLink> {
        let shown = (1..=self.last)
            .filter(|page| *page == 1 || *page == self.last || page.abs_diff(self.current) <= 1);
        let mut links = Vec::new();
        let mut before = 0;
        for number in shown {
            if number > before + 1 {
                links.push(PageLink::Gap);
            }
            before = number;
            links.push(PageLink::Page {
                number,
                href: self.href(number),
                is_current: number == self.current,
            });
        }
        links
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_pages_are_left_out() {
        let pagination = Pagination {
            base: "/suche?q=ad".to_owned(),
            current: 6,
            last: 12,
        };

        let shown: Vec<_> = pagination
            .links()
            .into_iter()
            .map(|link| match link {
                PageLink::Page { number, .. } => number,
                PageLink::Gap => 0,
            })
            .collect();

        assert_eq!(shown, [1, 0, 5, 6, 7, 0, 12]);
        assert_eq!(pagination.next().unwrap(), "/suche?q=ad&page=7");
    }
}
