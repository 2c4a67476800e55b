//! Countries by the codes of ISO 3166-1.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn unknown(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(country) = look.written.first("place.country") else { return };
    let upper = country.text.to_uppercase();
    if country.text.is_empty() || is_code(&country.text) {
        return;
    }
    let message = format!("`{}` is not a country's code", country.text);
    let help = match is_code(&upper) {
        true => format!("did you mean `{upper}`?"),
        false => "write the two letters of ISO 3166-1, such as `CA`".to_owned(),
    };
    found.push(look.found(Code::UnknownCountry, country.span, message).help(help));
}

fn is_code(text: &str) -> bool {
    let is_word = text.len() == 2 && text.is_ascii();
    is_word && CODES.split_ascii_whitespace().any(|code| code == text)
}

/// The codes that are assigned, those of states that are no more, and Kosovo's.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO \
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ \
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP \
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML \
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE \
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL \
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
    US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW \
    AN BU CS DD SU TP YD YU ZR";
