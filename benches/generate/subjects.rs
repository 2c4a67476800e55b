//! The archive's vocabularies: topics in three levels, places, bodies and publications.

use std::fmt::Write as _;

use super::language::{Both, Language};

/// How many topics there are.
pub(super) const TOPICS: usize = AREAS.len() * (1 + ASPECTS.len());

/// The topic of that number, below [`TOPICS`], as a document in that language names it.
pub(super) fn topic(number: usize, language: Language) -> String {
    let (area, aspect) = (number % AREAS.len(), number / AREAS.len());
    let area = AREAS.get(area).map_or(Both::default(), |(area, _)| *area);
    let aspect = aspect.checked_sub(1).and_then(|at| ASPECTS.get(at));
    label(area, aspect.copied(), language)
}

/// `content/topics.toml`.
pub(super) fn topics() -> String {
    let mut file = String::new();
    for (at, root) in ROOTS.iter().enumerate() {
        term(&mut file, [root.0, root.1], None);
        let areas = AREAS.iter().filter(|(_, parent)| *parent == at);
        for (area, _) in areas {
            term(&mut file, [area.0, area.1], Some(root.0));
            for aspect in ASPECTS {
                let english = label(*area, Some(*aspect), Language::English);
                let japanese = label(*area, Some(*aspect), Language::Japanese);
                term(&mut file, [&english, &japanese], Some(area.0));
            }
        }
    }
    file
}

/// `content/places.toml`.
pub(super) fn places() -> String {
    let mut file = String::new();
    for (place, _) in PLACES {
        term(&mut file, [place.0, place.1], None);
    }
    file
}

fn label(area: Both, aspect: Option<Both>, language: Language) -> String {
    match (aspect, language) {
        (None, _) => area.say(language).to_owned(),
        (Some(aspect), Language::English) => format!("{} {}", area.0, aspect.0),
        (Some(aspect), Language::Japanese) => format!("{}{}", area.1, aspect.1),
    }
}

fn term(file: &mut String, [english, japanese]: [&str; 2], broader: Option<&str>) {
    let key = |label: &str| label.to_lowercase().replace(' ', "-");
    let _ = writeln!(file, "[{}]", key(english));
    let _ = writeln!(file, "label = {{ en = \"{english}\", ja = \"{japanese}\" }}");
    if let Some(broader) = broader {
        let _ = writeln!(file, "broader = \"{}\"", key(broader));
    }
    file.push('\n');
}

const ROOTS: &[Both] = &[
    Both("Politics", "政治"),
    Both("Economy", "経済"),
    Both("Defence", "防衛"),
    Both("Society", "社会"),
];

/// Areas and the position of the root they belong to.
const AREAS: &[(Both, usize)] = &[
    (Both("Trade", "貿易"), 1),
    (Both("Fisheries", "漁業"), 1),
    (Both("Boundaries", "国境"), 0),
    (Both("Disarmament", "軍縮"), 2),
    (Both("Development", "開発"), 1),
    (Both("Aviation", "航空"), 1),
    (Both("Shipping", "海運"), 1),
    (Both("Refugees", "難民"), 3),
    (Both("Health", "保健"), 3),
    (Both("Culture", "文化"), 3),
    (Both("Energy", "エネルギー"), 1),
    (Both("Bases", "基地"), 2),
    (Both("Peacekeeping", "平和維持"), 2),
    (Both("Elections", "選挙"), 0),
    (Both("Recognition", "承認問題"), 0),
    (Both("Reparations", "賠償"), 0),
];

const ASPECTS: &[Both] = &[
    Both("Negotiations", "交渉"),
    Both("Agreements", "協定"),
    Both("Disputes", "紛争"),
    Both("Commissions", "委員会"),
    Both("Statistics", "統計"),
    Both("Conferences", "会議"),
];

/// Places and the codes of their countries, those with many documents first.
pub(super) const PLACES: &[(Both, &str)] = &[
    (Both("Tokyo", "東京"), "JP"),
    (Both("Geneva", "ジュネーブ"), "CH"),
    (Both("New York", "ニューヨーク"), "US"),
    (Both("London", "ロンドン"), "GB"),
    (Both("Paris", "パリ"), "FR"),
    (Both("Vienna", "ウィーン"), "AT"),
    (Both("Ottawa", "オタワ"), "CA"),
    (Both("Canberra", "キャンベラ"), "AU"),
    (Both("Jakarta", "ジャカルタ"), "ID"),
    (Both("Manila", "マニラ"), "PH"),
    (Both("Bangkok", "バンコク"), "TH"),
    (Both("Kyoto", "京都"), "JP"),
    (Both("Rome", "ローマ"), "IT"),
    (Both("Cairo", "カイロ"), "EG"),
    (Both("Nairobi", "ナイロビ"), "KE"),
    (Both("New Delhi", "ニューデリー"), "IN"),
    (Both("Oslo", "オスロ"), "NO"),
    (Both("Helsinki", "ヘルシンキ"), "FI"),
    (Both("The Hague", "ハーグ"), "NL"),
    (Both("Lima", "リマ"), "PE"),
    (Both("Santiago", "サンティアゴ"), "CL"),
    (Both("Dakar", "ダカール"), "SN"),
    (Both("Wellington", "ウェリントン"), "NZ"),
    (Both("Suva", "スバ"), "FJ"),
    (Both("Ankara", "アンカラ"), "TR"),
    (Both("Lisbon", "リスボン"), "PT"),
    (Both("Bern", "ベルン"), "CH"),
    (Both("Hiroshima", "広島"), "JP"),
    (Both("Singapore", "シンガポール"), "SG"),
    (Both("Reykjavik", "レイキャビク"), "IS"),
];

/// Who issues documents.
pub(super) const BODIES: &[Both] = &[
    Both("Ministry of Foreign Affairs", "外務省"),
    Both("Office of the Prime Minister", "首相府"),
    Both("Joint Committee on Fisheries", "合同漁業委員会"),
    Both("Ministry of Commerce", "通商省"),
    Both("Council of Ministers", "閣僚理事会"),
    Both("Permanent Mission", "常駐代表部"),
    Both("National Assembly", "国民議会"),
    Both("Boundary Commission", "国境画定委員会"),
];

/// Where texts are taken from.
pub(super) const PUBLICATIONS: &[Both] = &[
    Both("Diplomatic Gazette", "外交官報"),
    Both("Collected Treaties", "条約集"),
    Both("Records of the Assembly", "議会議事録"),
    Both("Central Files of the Ministry", "本省記録"),
    Both("Papers of the Cabinet Office", "内閣文書"),
    Both("Yearbook of Foreign Relations", "外交年鑑"),
    Both("Bulletin of the Press Office", "報道局公報"),
    Both("Archive of the Permanent Mission", "代表部文書"),
];
