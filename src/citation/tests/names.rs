//! Authors: persons, bodies, and several of them.

use super::*;

fn by(author: Vec<Creator<'static>>) -> Record<'static> {
    Record { author, issued: date("1990"), ..Record::titled("X", &ENGLISH) }
}

#[track_caller]
fn check_lead(authors: Vec<Creator<'static>>, expected: [&str; 5]) {
    let record = by(authors);
    let ends =
        [", “X,” 1990.", " “X.” 1990.", " “X.” 1990.", " (1990). *X*.", " X. 1990."];
    for ((&style, lead), end) in Style::ALL.iter().zip(expected).zip(ends) {
        check(&record, style, &format!("{lead}{end}"));
    }
}

#[test]
fn one_author() {
    check_lead(
        vec![person("Kamikawa", "Yoko")],
        [
            "Yoko Kamikawa",
            "Kamikawa, Yoko.",
            "Kamikawa, Yoko.",
            "Kamikawa, Y.",
            "Yoko Kamikawa.",
        ],
    );
    check_lead(
        vec![person("King", "Martin Luther, Jr.")],
        [
            "Martin Luther King Jr.",
            "King, Martin Luther, Jr.",
            "King, Martin Luther, Jr.",
            "King, M. L., Jr.",
            "Martin Luther King Jr.",
        ],
    );
    check_lead(
        vec![literal("Sukarno")],
        ["Sukarno", "Sukarno.", "Sukarno.", "Sukarno.", "Sukarno."],
    );
    check_lead(
        vec![literal("Aung San Suu Kyi")],
        [
            "Aung San Suu Kyi",
            "Aung San Suu Kyi.",
            "Aung San Suu Kyi.",
            "Aung San Suu Kyi.",
            "Aung San Suu Kyi.",
        ],
    );
}

#[test]
fn initials() {
    let check_apa = |family, given, expected: &str| {
        check(&by(vec![person(family, given)]), Style::Apa, expected);
    };
    check_apa("Kennedy", "John F.", "Kennedy, J. F. (1990). *X*.");
    check_apa("Kennedy", "J.F.", "Kennedy, J. F. (1990). *X*.");
    check_apa("Drian", "Jean-Yves", "Drian, J.-Y. (1990). *X*.");
    check_apa("Ban", "Ki-moon", "Ban, K.-m. (1990). *X*.");
    check_apa("Sayyid", "Abd al-Rahman", "Sayyid, A. al-R. (1990). *X*.");
    check_apa("Salman", "Mohammed bin", "Salman, M. bin. (1990). *X*.");
    check_apa("Лавров", "Сергей", "Лавров, С. (1990). *X*.");
    check_apa("上川", "陽子", "上川陽子. (1990). *X*.");
}

#[test]
fn two_authors() {
    check_lead(
        vec![person("Kamikawa", "Yoko"), person("Baerbock", "Annalena")],
        [
            "Yoko Kamikawa and Annalena Baerbock",
            "Kamikawa, Yoko, and Annalena Baerbock.",
            "Kamikawa, Yoko, and Annalena Baerbock.",
            "Kamikawa, Y., & Baerbock, A.",
            "Yoko Kamikawa and Annalena Baerbock.",
        ],
    );
    let bodies = ["African Union", "European Union"].map(Creator::Institution);
    check_lead(
        bodies.to_vec(),
        [
            "African Union and European Union",
            "African Union and European Union.",
            "African Union and European Union.",
            "African Union, & European Union.",
            "African Union and European Union.",
        ],
    );
    check_lead(
        vec![person("上川", "陽子"), person("Baerbock", "Annalena")],
        [
            "上川陽子 and Annalena Baerbock",
            "上川陽子 and Annalena Baerbock.",
            "上川陽子 and Annalena Baerbock.",
            "上川陽子, & Baerbock, A.",
            "上川陽子 and Annalena Baerbock.",
        ],
    );
}

#[test]
fn several_authors() {
    let authors = ["A", "B", "C"].map(|name| person(name, "Zoe"));
    check_lead(
        authors.to_vec(),
        [
            "Zoe A et al.",
            "A, Zoe, Zoe B, and Zoe C.",
            "A, Zoe, et al.",
            "A, Z., B, Z., & C, Z.",
            "Zoe A, Zoe B and Zoe C.",
        ],
    );
    let seven = ["A", "B", "C", "D", "E", "F", "G"].map(Creator::Institution);
    check_lead(
        seven.to_vec(),
        [
            "A et al.",
            "A, B, C, et al.",
            "A, et al.",
            "A, B, C, D, E, F, & G.",
            "A, B, C, D, E, F and G.",
        ],
    );
}

#[test]
fn very_many_authors() {
    let authors = vec![Creator::Institution("Body"); 25];
    let first = "Body, ".repeat(19);
    check(&by(authors.clone()), Style::Apa, &format!("{first}… Body. (1990). *X*."));
    let twenty = authors.get(..20).unwrap().to_vec();
    check(&by(twenty), Style::Apa, &format!("{first}& Body. (1990). *X*."));
}
