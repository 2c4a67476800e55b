//! From a label to a segment of an address.

/// Letters and digits of every script, lower case, joined by single hyphens.
///
/// Latin letters lose their diacritics; other scripts stay as they are, since addresses
/// may hold them and readers of them should recognise the words. A label with no letter or digit gives the empty string.
pub fn slug(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    let mut pending_hyphen = false;
    for c in label.chars() {
        if matches!(c, '\'' | '’' | 'ʼ') || is_combining(c) {
            continue;
        }
        if !c.is_alphanumeric() && !is_word_mark(c) {
            pending_hyphen = !slug.is_empty();
            continue;
        }
        if std::mem::take(&mut pending_hyphen) {
            slug.push('-');
        }
        push_folded(c, &mut slug);
    }
    slug
}

/// Combining diacritics of Latin text that came decomposed.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Vowel signs and the like: not letters to Unicode, part of words to their readers.
fn is_word_mark(c: char) -> bool {
    matches!(c,
        '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}'
        | '\u{0900}'..='\u{0DFF}' | '\u{0E31}'..='\u{0E4E}' | '\u{0EB1}'..='\u{0ECE}'
        | '\u{0F71}'..='\u{0FBC}' | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}'
        | '\u{3005}' | '\u{30FC}')
        && !matches!(c, '\u{0964}' | '\u{0965}' | '\u{0DF4}')
}

fn push_folded(c: char, slug: &mut String) {
    for lower in c.to_lowercase() {
        match fold(lower) {
            Some(ascii) => slug.push_str(ascii),
            None if is_combining(lower) => {}
            None => slug.push(lower),
        }
    }
}

/// The plain letters of a Latin letter with diacritics, or of a full-width one.
fn fold(c: char) -> Option<&'static str> {
    let folded = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế'..='ệ' => {
            "e"
        }
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ỏ' | 'ố'..='ợ' => {
            "o"
        }
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ủ' | 'ứ'..='ự' => {
            "u"
        }
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return fold_full_width(c),
    };
    Some(folded)
}

fn fold_full_width(c: char) -> Option<&'static str> {
    const ASCII: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    let at = match c {
        '０'..='９' => c as usize - '０' as usize,
        'ａ'..='ｚ' => c as usize - 'ａ' as usize + 10,
        _ => return None,
    };
    ASCII.get(at..=at)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn labels_become_segments() {
        let check = |label, expected| assert_eq!(slug(label), expected, "{label}");
        check("Women, peace and security", "women-peace-and-security");
        check("  G7 ", "g7");
        check("G-7", "g-7");
        check("S/RES/1325 (2000)", "s-res-1325-2000");
        check("Côte d’Ivoire", "cote-divoire");
        check("Đà Nẵng", "da-nang");
        check("女性・平和・安全保障", "女性-平和-安全保障");
        check("ミャンマー", "ミャンマー");
        check("Ｇ７サミット", "g7サミット");
        check("İstanbul", "istanbul");
        check("हिन्दी", "हिन्दी");
        check("../../etc", "etc");
        check("???", "");
        check("", "");
    }
}
