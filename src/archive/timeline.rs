//! Works by period.

use super::WorkId;

/// Works by decade, year and month; each under every period that its date touches.
#[derive(Debug, Default)]
pub struct Timeline {
    /// Decades in order.
    pub decades: Vec<Decade>,
    /// Years in order.
    pub years: Vec<Year>,
    /// Works without a date.
    pub undated: Vec<WorkId>,
}

/// Ten years.
#[derive(Debug)]
pub struct Decade {
    /// Its first year: 1940.
    pub first: i32,
    /// In order of time.
    pub works: Vec<WorkId>,
}

/// A year.
#[derive(Debug)]
pub struct Year {
    /// Astronomical: 0 is 1 BCE.
    pub year: i32,
    /// In order of time.
    pub works: Vec<WorkId>,
    /// Months that some work's date names, in order.
    pub months: Vec<Month>,
}

/// A month.
#[derive(Debug)]
pub struct Month {
    /// 1 to 12.
    pub month: u8,
    /// In order of time.
    pub works: Vec<WorkId>,
}

impl Timeline {
    /// The year, if any work's date touches it.
    pub fn year(&self, year: i32) -> Option<&Year> {
        let at = self.years.binary_search_by_key(&year, |y| y.year).ok()?;
        self.years.get(at)
    }

    /// The decade that begins in this year, if any work's date touches it.
    pub fn decade(&self, first: i32) -> Option<&Decade> {
        let at = self.decades.binary_search_by_key(&first, |d| d.first).ok()?;
        self.decades.get(at)
    }
}

impl Year {
    /// The month, if any work's date names it.
    pub fn month(&self, month: u8) -> Option<&Month> {
        self.months.iter().find(|m| m.month == month)
    }
}
