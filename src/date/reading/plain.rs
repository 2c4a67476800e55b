//! Text without typographic variants, and the spellings that are almost EDTF.

/// The text in half-width characters, in lower case, with single spaces and without
/// invisible characters at its ends. The wave dash of ranges stays what it is.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len().min(256));
    for character in text.chars().take(256).map(half_width) {
        let is_space = character.is_whitespace() || character == '\u{feff}';
        if !is_space {
            plain.extend(character.to_lowercase());
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.trim_end().to_owned()
}

fn half_width(character: char) -> char {
    match character {
        '～' => '〜',
        '\u{3000}' => ' ',
        '−' | '‐' | '‑' | '⁃' => '-',
        '\u{ff01}'..='\u{ff5d}' => {
            char::from_u32(u32::from(character) - 0xfee0).map_or(character, |ascii| ascii)
        }
        _ => character,
    }
}

/// EDTF in lower case or spaced, and of the drafts before the standard: `194u`,
/// `1945?~`, `2004/open`, `y17000`.
pub(super) fn almost_edtf(text: &str) -> Vec<String> {
    let text = text.replace("unknown", "").replace("open", "..");
    let text = text.replace('u', "x").replace("?~", "%").replace("~?", "%");
    let text = text.replace(['"', '\''], "").replace(" /", "/").replace("/ ", "/");
    let years_only = text.strip_prefix('y').filter(|rest| rest.len() == 4);
    vec![years_only.unwrap_or(&text).to_uppercase()]
}
