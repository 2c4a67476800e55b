//! Images without words in their place.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn without_text(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let bare = text.outline.images.iter().filter(|image| !image.has_words);
    found.extend(bare.map(|image| {
        let target: String = image.target.chars().take(80).collect();
        let message = format!("the image `{target}` has no words in its place");
        text.found(Code::ImageWithoutText, image.span, message).help(
            "say what it shows: `![A map of the member states](map.png)`; one that adds \
             nothing is `<img src=\"…\" alt=\"\">`",
        )
    }));
}
