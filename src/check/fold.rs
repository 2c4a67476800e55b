//! Words as somebody remembers them who does not remember how they are written.

use crate::slug::slug;

/// Letters and digits, whatever the case, the width, the hyphens, dots and spaces. Between
/// two digits something stays, as 1-2 is not 12.
pub(super) fn folded(words: &str) -> String {
    let slug = slug(words);
    let mut folded = String::with_capacity(slug.len());
    let mut parts = slug.split('-');
    folded.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_between =
            folded.ends_with(char::is_numeric) && part.starts_with(char::is_numeric);
        if is_between {
            folded.push('-');
        }
        folded.push_str(part);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn what_looks_alike_is_the_same() {
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(folded(a) == folded(b), expected, "{a} {b}");
        };
        check("G-7", "G7", true);
        check("G 7", "Ｇ７", true);
        check("U.S.", "US", true);
        check("Security  council", "Security Council", true);
        check("安全保障", "安全・保障", true);
        check("1-2", "12", false);
        check("1861–1865", "1861-1865", true);
        check("G7", "G8", false);
    }
}
