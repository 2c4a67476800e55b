//! What one language needs to say a date.

/// The names and patterns of a language. In a pattern `{d}` is the day, `{m}` the month,
/// `{y}` the year as the language writes it (`2018`, `2018年`), `{e}` and `{n}` the
/// second day and month of an interval, `{a}` a date in words, `{s}` a season.
pub(super) struct Vocabulary {
    /// The language, and for Chinese the script: `en`, `zh-Hant`.
    pub(super) tag: &'static str,
    /// In a full date.
    pub(super) months: [&'static str; 12],
    /// With a year only, or alone.
    pub(super) months_alone: [&'static str; 12],
    /// The first day of a month: `1`, in French `1er`.
    pub(super) first_day: &'static str,
    pub(super) day: &'static str,
    pub(super) month: &'static str,
    /// A day of a month in no known year.
    pub(super) day_of_month: &'static str,
    pub(super) year: &'static str,
    /// Round a year or century.
    pub(super) before_common_era: &'static str,
    /// Round a year of one or two digits.
    pub(super) common_era: &'static str,
    /// `{y}` is the first year of the decade, a bare number.
    pub(super) decade: &'static str,
    /// `{y}` is the number of the century as `century_number` writes it.
    pub(super) century: &'static str,
    pub(super) century_number: fn(u32) -> String,
    pub(super) season: &'static str,
    /// Spring, summer, autumn, winter.
    pub(super) seasons: [&'static str; 4],
    /// Northern, southern hemisphere.
    pub(super) hemispheres: [&'static str; 2],
    /// Two days of one month.
    pub(super) days_of_month: &'static str,
    /// Two days of one year.
    pub(super) days_of_year: &'static str,
    /// Two months of one year.
    pub(super) months_of_year: &'static str,
    /// Between two dates that have no space in them, and between others.
    pub(super) dashes: [&'static str; 2],
    pub(super) from: &'static str,
    pub(super) until: &'static str,
    pub(super) unknown_start: &'static str,
    pub(super) unknown_end: &'static str,
    pub(super) approximate: &'static str,
    pub(super) uncertain: &'static str,
    /// Year, month, day.
    pub(super) approximate_parts: [&'static str; 3],
    /// Year, month, day.
    pub(super) uncertain_parts: [&'static str; 3],
    /// Year, month, day.
    pub(super) unknown_parts: [&'static str; 3],
    pub(super) unknown_date: &'static str,
    /// A day whose month is not known.
    pub(super) day_number: &'static str,
    /// Between remarks, and between the members of a set.
    pub(super) comma: &'static str,
    pub(super) or: &'static str,
    pub(super) and: &'static str,
    /// `{a}` is the remarks on the date before it.
    pub(super) remark: &'static str,
}

/// `20`.
pub(super) fn cardinal(number: u32) -> String {
    number.to_string()
}

/// `20th`, `21st`, `13th`.
pub(super) fn english_ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `XX`.
pub(super) fn roman(number: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut roman = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            rest -= value;
            roman.push_str(numeral);
        }
    }
    roman
}

/// `XXe`, `Ier`.
pub(super) fn french_ordinal(number: u32) -> String {
    let ending = if number == 1 { "er" } else { "e" };
    format!("{}{ending}", roman(number))
}
