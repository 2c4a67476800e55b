//! A text in one or several languages.

use crate::language::Language;

/// A text of the site's owner, in as many languages as they wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The text for languages that have none of their own.
    common: Option<Box<str>>,
    /// Texts by language, in the order of the tags.
    each: Vec<(Language, Box<str>)>,
}

impl Wording {
    /// The same text in every language.
    pub fn same(text: impl Into<Box<str>>) -> Wording {
        Wording { common: Some(text.into()), each: Vec::new() }
    }

    /// A text a language.
    pub fn each(each: impl IntoIterator<Item = (Language, Box<str>)>) -> Wording {
        let mut each: Vec<_> = each.into_iter().collect();
        each.sort();
        Wording { common: None, each }
    }

    /// The text in exactly this language, or one for all languages.
    pub fn exactly(&self, language: &Language) -> Option<&str> {
        let own = self.each.iter().find(|(known, _)| known == language);
        own.map(|(_, text)| &**text).or(self.common.as_deref())
    }

    /// The text in this language, else in a close one, else in any: with its language,
    /// where that is another.
    pub fn closest(&self, language: &Language) -> Option<(&str, Option<&Language>)> {
        if let Some(text) = self.exactly(language) {
            return Some((text, None));
        }
        let close = self.each.iter().find(|(l, _)| l.primary() == language.primary());
        let english = self.each.iter().find(|(l, _)| l.primary() == "en");
        let (found, text) = close.or(english).or(self.each.first())?;
        Some((text, Some(found)))
    }

    /// Every text there is.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.common.as_deref().into_iter().chain(self.each.iter().map(|(_, t)| &**t))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_text_is_given_with_its_language() {
        let tag = |t: &str| Language::parse(t).unwrap();
        let wording =
            Wording::each([(tag("ja"), "東京".into()), (tag("en"), "Tokyo".into())]);
        assert_eq!(wording.closest(&tag("ja")), Some(("東京", None)));
        assert_eq!(wording.closest(&tag("fr")), Some(("Tokyo", Some(&tag("en")))));
        assert_eq!(Wording::same("x").closest(&tag("fr")), Some(("x", None)));
    }
}
