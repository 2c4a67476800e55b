//! How large an image is.

use std::path::Path;

/// Width and height of an image in pixels, from its first bytes; nothing for other files.
pub fn image_size(path: &Path) -> Option<(u32, u32)> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    if extension == "svg" {
        return drawing_size(&super::read(path).ok()?);
    }
    if !IMAGES.contains(&extension.as_str()) {
        return None;
    }
    let size = imagesize::size(path).ok()?;
    Some((size.width.try_into().ok()?, size.height.try_into().ok()?))
}

/// Width and height that an SVG drawing gives itself, in whole pixels.
fn drawing_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(bytes);
    let tag = text.get(text.find("<svg")?..)?;
    let tag = tag.get(..tag.find('>')?)?;
    let number = |name: &str| {
        let value = tag.get(tag.find(name)? + name.len()..)?;
        let value = value.split('"').next()?.trim_end_matches("px");
        Some(value.split('.').next()?.parse::<u32>().ok()?).filter(|&n| n > 0)
    };
    Some((number(" width=\"")?, number(" height=\"")?))
}

const IMAGES: &[&str] = &[
    "avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "jxl", "png", "tif", "tiff",
    "webp",
];

#[cfg(test)]
mod tests {
    use super::drawing_size;

    #[test]
    fn drawings_have_a_size() {
        let check =
            |svg: &str, size| assert_eq!(drawing_size(svg.as_bytes()), size, "{svg}");
        check("<?xml?><svg width=\"640\" height=\"200px\" x=\"1\">", Some((640, 200)));
        check("<svg viewBox=\"0 0 1 1\">", None);
        check("<svg width=\"100%\" height=\"2\">", None);
        check("", None);
    }
}
