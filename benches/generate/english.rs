//! English prose: a small grammar over a vocabulary, frequent words first.

use super::dice::Dice;
use super::names;

/// Adds a sentence and the space that parts it from the next.
pub(super) fn sentence(dice: &mut Dice, out: &mut String) {
    let start = out.len();
    if dice.percent(30) {
        out.push_str(dice.word(OPENINGS));
        out.push_str(", ");
    }
    clause(dice, out);
    if dice.percent(40) {
        out.push_str(dice.word(JOINTS));
        clause(dice, out);
    }
    capitalise(out, start);
    out.push_str(if dice.percent(3) { "? " } else { ". " });
}

fn clause(dice: &mut Dice, out: &mut String) {
    phrase(dice, out);
    out.push(' ');
    out.push_str(dice.word(VERBS));
    out.push(' ');
    phrase(dice, out);
    for _ in 0..dice.below(3) {
        out.push(' ');
        out.push_str(dice.word(PREPOSITIONS));
        out.push(' ');
        phrase(dice, out);
    }
}

/// "the proposed agreement", "Mr. Talhenko", "27 vessels".
fn phrase(dice: &mut Dice, out: &mut String) {
    match dice.below(20) {
        0 => names::rare(dice, out),
        1 => {
            out.push_str(&dice.between(2, 900).to_string());
            out.push(' ');
            plural(dice.word(NOUNS), out);
        }
        2 => {
            out.push_str("the ");
            out.push_str(dice.word(NOUNS));
            out.push_str(" of ");
            out.push_str(&dice.between(1945, 2024).to_string());
        }
        _ => noun(dice, out),
    }
}

fn noun(dice: &mut Dice, out: &mut String) {
    out.push_str(dice.word(ARTICLES));
    out.push(' ');
    if dice.percent(45) {
        out.push_str(dice.word(ADJECTIVES));
        out.push(' ');
    }
    out.push_str(dice.word(NOUNS));
    if dice.percent(20) {
        out.push_str(" of the ");
        out.push_str(dice.word(NOUNS));
    }
}

/// The phrase of a title: "Coastal Fisheries".
pub(super) fn title(dice: &mut Dice, out: &mut String) {
    let start = out.len();
    out.push_str(dice.any(ADJECTIVES));
    capitalise(out, start);
    out.push(' ');
    let start = out.len();
    plural(dice.any(NOUNS), out);
    capitalise(out, start);
}

fn plural(noun: &str, out: &mut String) {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => {
            out.push_str(stem);
            out.push_str("ies");
        }
        _ => {
            out.push_str(noun);
            out.push('s');
        }
    }
}

fn capitalise(out: &mut str, start: usize) {
    let end = out.len().min(start + 1);
    if let Some(first) = out.get_mut(start..end) {
        first.make_ascii_uppercase();
    }
}

const ARTICLES: &[&str] = &["the", "the", "that", "this", "their", "any", "our", "each"];

const OPENINGS: &[&str] = &[
    "in reply",
    "at the same time",
    "on the other hand",
    "as reported earlier",
    "for this reason",
    "after some hesitation",
    "in our opinion",
    "subject to review",
    "speaking without instructions",
    "when pressed",
];

const JOINTS: &[&str] = &[
    ", and ",
    " because ",
    ", but ",
    " although ",
    " so that ",
    "; ",
    " while ",
    " unless ",
    ", whereas ",
    " in case ",
    " before ",
];

const PREPOSITIONS: &[&str] = &[
    "of", "to", "in", "for", "with", "on", "by", "from", "under", "about", "between",
    "against", "without", "through", "toward", "within", "despite", "beyond",
];

#[rustfmt::skip]
const VERBS: &[&str] = &[
    "said", "had", "would accept", "asked for", "believed in", "agreed to", "noted",
    "proposed", "raised", "discussed", "expected", "supported", "reported", "received",
    "considered", "mentioned", "welcomed", "opposed", "stressed", "explained",
    "could not grant", "referred to", "concluded", "returned to", "approved",
    "required", "emphasised", "rejected", "hoped for", "postponed", "drafted", "signed",
    "should inform", "might reopen", "regretted", "circulated", "confirmed",
    "objected to", "questioned", "ratified", "shall observe", "replaced", "delayed",
    "weighed", "had withdrawn", "overlooked", "reaffirmed", "transmitted", "deferred",
    "clarified", "endorsed", "summarised", "amended", "tabled", "suspended",
    "monitored", "deplored", "renounced", "initialled", "codified", "abrogated",
    "countersigned",
];

#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "new", "present", "proposed", "military", "economic", "political", "joint",
    "foreign", "general", "early", "further", "possible", "common", "national",
    "certain", "public", "final", "special", "bilateral", "informal", "regional",
    "formal", "similar", "recent", "annual", "provisional", "northern", "southern",
    "maritime", "legal", "financial", "immediate", "confidential", "technical",
    "mutual", "peaceful", "effective", "private", "coastal", "commercial", "strategic",
    "industrial", "cultural", "civil", "serious", "previous", "reciprocal", "tentative",
    "domestic", "scientific", "agricultural", "humanitarian", "unilateral",
    "preferential", "permanent", "interim", "territorial", "parliamentary", "consular",
    "multilateral", "verbal", "preliminary", "continental", "judicial", "customary",
    "monetary", "nautical", "hydrographic", "plenipotentiary", "demographic", "seismic",
    "archival",
];

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "government", "agreement", "minister", "question", "meeting", "policy", "embassy",
    "proposal", "delegation", "treaty", "problem", "position", "statement", "programme",
    "discussion", "country", "conference", "department", "committee", "ambassador",
    "negotiation", "assistance", "telegram", "force", "decision", "commission",
    "report", "relation", "visit", "paragraph", "security", "interest", "measure",
    "draft", "text", "party", "council", "procedure", "territory", "resolution",
    "secretary", "plan", "declaration", "loan", "protocol", "tariff", "fishery",
    "assembly", "boundary", "election", "cabinet", "consulate", "press", "obligation",
    "article", "airport", "harbour", "refugee", "currency", "export", "import",
    "budget", "reservation", "clause", "garrison", "ceasefire", "observer", "mission",
    "envoy", "memorandum", "annex", "consultation", "undertaking", "restriction",
    "quota", "licence", "vessel", "trawler", "island", "province", "ministry",
    "railway", "reactor", "satellite", "pipeline", "shipment", "harvest", "mineral",
    "copper", "timber", "cotton", "grain", "fertiliser", "exchange", "scholarship",
    "museum", "university", "hospital", "vaccine", "quarantine", "typhoon",
    "earthquake", "reservoir", "watershed", "glacier", "strait", "lighthouse",
    "customs", "arbitration", "tribunal", "verdict", "extradition", "amnesty",
    "passport", "visa", "census", "constitution", "referendum", "mandate",
    "trusteeship", "armistice", "disarmament", "warhead", "inspector", "safeguard",
    "isotope", "consortium", "creditor", "bond", "debenture", "subsidy", "cartel",
    "stevedore", "aqueduct", "chancery", "attache", "courier", "cipher", "dispatch",
    "aide-memoire", "communique", "plenary", "rapporteur", "quorum", "signatory",
    "depositary", "instrument", "accession",
];
