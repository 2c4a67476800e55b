//! A period as a calendar: how many works each of its parts has.

use serde::Serialize;

use super::Scene;
use super::dates::year_label;
use super::list::Jump;
use crate::archive::{Decade, Year, year_name};
use crate::date::{Day, month_name};

/// `period.calendar` in templates: rows of cells.
#[derive(Serialize)]
pub(super) struct Calendar {
    /// What each column is: months of a year or days of a week; none for a year.
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// The year of a decade's row.
    label: Option<String>,
    href: Option<String>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// The number of a day, the name of a month; nothing before the first of a month.
    label: String,
    href: Option<String>,
    count: usize,
    /// 0 where there are no works, else 1 to 4, the most being 4.
    level: usize,
}

impl Cell {
    fn empty(label: String) -> Cell {
        Cell { label, href: None, count: 0, level: 0 }
    }
}

impl Scene<'_> {
    /// A row a year, a column a month.
    pub(super) fn decade_calendar(&self, decade: &Decade) -> Calendar {
        let years = (0..10).filter_map(|at| {
            let number = decade.first.checked_add(at)?;
            let year = self.archive.timeline.year(number);
            Some(Row {
                label: Some(year_label(self, number)),
                href: year
                    .map(|_| self.index_href(&format!("date/{}", year_name(number)))),
                cells: self.months(number, year),
            })
        });
        let columns = (1..=12).map(|month| self.short_month(month)).collect();
        Calendar { columns, rows: shaded(years.collect()) }
    }

    /// Twelve months.
    pub(super) fn year_calendar(&self, year: &Year) -> Calendar {
        let cells = self.months(year.year, Some(year));
        let row = Row { label: None, href: None, cells };
        Calendar { columns: Vec::new(), rows: shaded(vec![row]) }
    }

    /// A row a week, a column a day of the week; nothing for years before the first.
    pub(super) fn month_calendar(
        &self,
        (year, month): (i32, u8),
        days: Vec<(u8, Jump)>,
    ) -> Option<Calendar> {
        let first = Day::new(year, month, 1).filter(|_| year > 0)?;
        let sunday = self.texts.get("week_begins") == "sunday";
        // How many days of the first week belong to the month before.
        let blank = usize::from(first.weekday() % 7);
        let blank = if sunday { blank } else { (blank + 6) % 7 };
        let mut cells: Vec<Cell> =
            (0..blank).map(|_| Cell::empty(String::new())).collect();
        cells.extend(
            (1..=31)
                .filter(|&day| Day::new(year, month, day).is_some())
                .map(|day| Cell::empty(day.to_string())),
        );
        for (day, jump) in days {
            if let Some(cell) = cells.get_mut(blank + usize::from(day) - 1) {
                cell.count += jump.count;
                cell.href.get_or_insert(jump.href);
            }
        }
        let mut rows = Vec::new();
        while !cells.is_empty() {
            let rest = cells.split_off(cells.len().min(7));
            cells.resize_with(7, || Cell::empty(String::new()));
            rows.push(Row { label: None, href: None, cells });
            cells = rest;
        }
        let names = (0..7).map(|at| (at + usize::from(!sunday)) % 7);
        let columns =
            names.map(|at| self.texts.get(&format!("weekdays.{at}")).to_owned());
        Some(Calendar { columns: columns.collect(), rows: shaded(rows) })
    }

    fn months(&self, number: i32, year: Option<&Year>) -> Vec<Cell> {
        let cells = (1..=12).map(|month| {
            let label = month_name(month, self.language().as_str());
            let Some(found) = year.and_then(|year| year.month(month)) else {
                return Cell::empty(label);
            };
            let name = format!("date/{}/{month:02}", year_name(number));
            let href = Some(self.index_href(&name));
            Cell { label, href, count: found.works.len(), level: 0 }
        });
        cells.collect()
    }

    /// As narrow as a column needs it.
    fn short_month(&self, month: u8) -> String {
        let own = self.texts.find(&format!("months_short.{month}"));
        own.map_or_else(|| month.to_string(), str::to_owned)
    }
}

/// Gives each cell its level.
fn shaded(mut rows: Vec<Row>) -> Vec<Row> {
    let counts = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.count));
    let most = counts.max().unwrap_or(0).max(1);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.level = (cell.count * 4).div_ceil(most);
    }
    rows
}
