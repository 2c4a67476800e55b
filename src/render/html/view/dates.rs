//! Indexes by date.

use serde::Serialize;

use super::Scene;
use super::calendar::Calendar;
use super::list::Parts;
use crate::archive::{Decade, Listed, Planned, Year, decade_name, year_name};
use crate::date::{month_name, year_words};
use crate::render::html::context::{Context, insert};
use crate::render::html::rows::Failure;

/// A period with its address and count.
#[derive(Serialize)]
struct PeriodLink {
    label: String,
    href: String,
    count: usize,
    /// The periods within.
    parts: Vec<PeriodLink>,
}

/// `period` in templates.
#[derive(Serialize)]
struct PeriodView {
    label: String,
    count: usize,
    previous: Option<PeriodLink>,
    next: Option<PeriodLink>,
    parts: Vec<PeriodLink>,
    calendar: Option<Calendar>,
}

pub(super) fn year_label(scene: &Scene<'_>, year: i32) -> String {
    year_words(year, scene.language().as_str())
}

pub(super) fn decade_label(scene: &Scene<'_>, first: i32) -> String {
    let text = scene.texts.get("decade");
    if first < 0 {
        let last = year_label(scene, first.saturating_add(9));
        return format!("{} – {last}", year_label(scene, first));
    }
    text.replace("{decade}", &first.to_string())
}

/// `April 2018`, `2018年4月`.
pub(super) fn month_label(scene: &Scene<'_>, year: i32, month: u8) -> String {
    scene
        .texts
        .get("month_of_year")
        .replace("{month}", &month_name(month, scene.language().as_str()))
        .replace("{year}", &year_label(scene, year))
}

impl Scene<'_> {
    pub(super) fn dates(&self, context: &mut Context) -> &'static str {
        let timeline = &self.archive.timeline;
        insert(context, "histogram", &self.histogram());
        let decades: Vec<PeriodLink> = timeline
            .decades
            .iter()
            .rev()
            .map(|decade| self.decade_link(decade))
            .collect();
        insert(context, "decades", &decades);
        let undated = timeline.undated.len();
        let link = (undated > 0).then(|| PeriodLink {
            label: self.texts.get("undated").to_owned(),
            href: self.index_href("date/undated"),
            count: undated,
            parts: Vec::new(),
        });
        insert(context, "undated", &link);
        "dates.html"
    }

    pub(super) fn decade(
        &self,
        first: i32,
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let decades = &self.archive.timeline.decades;
        let at = decades.iter().position(|decade| decade.first == first).unwrap_or(0);
        let Some(decade) = decades.get(at) else { return Ok("period.html") };
        let link = |decade: &Decade| PeriodLink {
            parts: Vec::new(),
            ..self.decade_link(decade)
        };
        let view = PeriodView {
            label: decade_label(self, first),
            count: decade.works.len(),
            previous: at.checked_sub(1).and_then(|at| decades.get(at)).map(link),
            next: decades.get(at + 1).map(link),
            parts: self.decade_link(decade).parts,
            calendar: Some(self.decade_calendar(decade)),
        };
        insert(context, "period", &view);
        Self::no_facets(context);
        self.list(planned, &decade.works, Parts::Years, context)?;
        Ok("period.html")
    }

    pub(super) fn year(
        &self,
        number: i32,
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let years = &self.archive.timeline.years;
        let at = years.iter().position(|year| year.year == number).unwrap_or(0);
        let Some(year) = years.get(at) else { return Ok("period.html") };
        let months = year.months.iter().map(|month| PeriodLink {
            label: month_name(month.month, self.language().as_str()),
            href: self.index_href(&format!(
                "date/{}/{:02}",
                year_name(number),
                month.month
            )),
            count: month.works.len(),
            parts: Vec::new(),
        });
        let view = PeriodView {
            label: year_label(self, number),
            count: year.works.len(),
            previous: at
                .checked_sub(1)
                .and_then(|at| years.get(at))
                .map(|year| self.year_link(year)),
            next: years.get(at + 1).map(|year| self.year_link(year)),
            parts: months.collect(),
            calendar: Some(self.year_calendar(year)),
        };
        insert(context, "period", &view);
        self.facets(planned, Listed::Year(number), None, context);
        self.list(planned, &year.works, Parts::MonthsOf(number), context)?;
        Ok("period.html")
    }

    pub(super) fn month(
        &self,
        (year, month): (i32, u8),
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let timeline = &self.archive.timeline;
        let found = timeline.year(year).and_then(|year| year.month(month));
        let Some(found) = found else { return Ok("period.html") };
        let months: Vec<(i32, u8, usize)> = timeline
            .years
            .iter()
            .filter(|other| other.year.abs_diff(year) <= 20)
            .flat_map(|y| y.months.iter().map(|m| (y.year, m.month, m.works.len())))
            .collect();
        let at = months.iter().position(|&(y, m, _)| (y, m) == (year, month));
        let at = at.unwrap_or(0);
        let link = |&(year, month, count): &(i32, u8, usize)| PeriodLink {
            label: month_label(self, year, month),
            href: self.index_href(&format!("date/{}/{month:02}", year_name(year))),
            count,
            parts: Vec::new(),
        };
        let days = self.days(planned, &found.works, (year, month));
        let view = PeriodView {
            label: month_label(self, year, month),
            count: found.works.len(),
            previous: at.checked_sub(1).and_then(|at| months.get(at)).map(link),
            next: months.get(at + 1).map(link),
            parts: Vec::new(),
            calendar: self.month_calendar((year, month), days),
        };
        insert(context, "period", &view);
        Self::no_facets(context);
        self.list(planned, &found.works, Parts::DaysOf(year, month), context)?;
        Ok("period.html")
    }

    pub(super) fn undated(
        &self,
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let works = &self.archive.timeline.undated;
        let view = PeriodView {
            label: self.texts.get("undated").to_owned(),
            count: works.len(),
            previous: None,
            next: None,
            parts: Vec::new(),
            calendar: None,
        };
        insert(context, "period", &view);
        Self::no_facets(context);
        self.list(planned, works, Parts::Years, context)?;
        Ok("period.html")
    }

    fn decade_link(&self, decade: &Decade) -> PeriodLink {
        let last = decade.first.saturating_add(9);
        let years = self.archive.timeline.years.iter();
        let years = years.filter(|year| (decade.first..=last).contains(&year.year));
        PeriodLink {
            label: decade_label(self, decade.first),
            href: self.index_href(&format!("date/{}", decade_name(decade.first))),
            count: decade.works.len(),
            parts: years.map(|year| self.year_link(year)).collect(),
        }
    }

    fn year_link(&self, year: &Year) -> PeriodLink {
        PeriodLink {
            label: year_label(self, year.year),
            href: self.index_href(&format!("date/{}", year_name(year.year))),
            count: year.works.len(),
            parts: Vec::new(),
        }
    }
}
