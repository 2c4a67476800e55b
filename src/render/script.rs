//! Scripts as they are sent: without comments and indentation, and with the version of
//! each script that they name, so that no browser puts an old part beside a new one.

use crate::fingerprint::Fingerprint;
use crate::theme::Asset;

/// What changes in an asset's address when browsers must ask for it again: a hash of its
/// bytes; for scripts in a folder, which name one another, of all scripts there.
pub fn version(asset: &Asset<'_>, assets: &[Asset<'_>]) -> String {
    let hash = match folder(asset) {
        Some(folder) => Fingerprint::of_all(
            beside(folder, assets).map(|asset| (asset.name, asset.bytes)),
        ),
        None => Fingerprint::of(asset.bytes),
    };
    hash.to_string().get(..8).unwrap_or_default().to_owned()
}

/// A script as it is sent.
pub fn sent(asset: &Asset<'_>, script: &str, assets: &[Asset<'_>]) -> String {
    let mut script = lean(script).unwrap_or_else(|| script.to_owned());
    let Some(folder) = folder(asset) else { return script };
    let version = version(asset, assets);
    for other in beside(folder, assets) {
        let name = other.name.rsplit('/').next().unwrap_or(other.name);
        let named = format!("\"./{name}\"");
        script = script.replace(&named, &format!("\"./{name}?v={version}\""));
    }
    script
}

/// The folder of a script below `assets/`, if it is in one.
fn folder<'a>(asset: &Asset<'a>) -> Option<&'a str> {
    let (folder, name) = asset.name.rsplit_once('/')?;
    (name.rsplit('.').next() == Some("js")).then_some(folder)
}

fn beside<'a>(
    wanted: &'a str,
    assets: &'a [Asset<'a>],
) -> impl Iterator<Item = &'a Asset<'a>> {
    assets.iter().filter(move |asset| folder(asset) == Some(wanted))
}

/// A script without lines that are comments, and without indentation. Nothing where a text
/// or a comment might run over several lines in another way: what is within is not ours.
fn lean(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        if is_comment || line.starts_with("/*") {
            let is_over = line.find("*/").map(|at| at + 2);
            is_comment = is_over.is_none();
            // Something after a comment would have to stay.
            is_over.is_none_or(|end| end == line.len()).then_some(())?;
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        let is_whole = line.matches('`').count().is_multiple_of(2)
            && !line.ends_with('\\')
            && (!line.contains("/*") || line.contains("*/"));
        is_whole.then_some(())?;
        out.push_str(line);
        out.push('\n');
    }
    (!is_comment).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{lean, sent, version};
    use crate::theme::Asset;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let check = |script, expected: Option<&str>| {
            assert_eq!(lean(script).as_deref(), expected, "{script}");
        };
        check("// a\n\nf();\n  /** `b */\n  g(); // c\n", Some("f();\ng(); // c\n"));
        check("/*\n * a\n */\nf();", Some("f();\n"));
        check("x = `${a}`;", Some("x = `${a}`;\n"));
        check("x = `\n// a\n`;", None);
        check("x = \"a\\\n  // b\";", None);
        check("f(); /* a\n// b */", None);
        check("/* a */ f();", None);
        check("/* a", None);
    }

    #[test]
    fn scripts_name_the_version_of_those_beside_them() {
        let asset = |name, bytes| Asset { name, bytes };
        let one =
            asset("search/a.js", b"import \"./b.js\"; import \"./c.js\";".as_slice());
        let before = [one, asset("search/b.js", b"b"), asset("x.js", b"\"./b.js\"")];
        let after = [one, asset("search/b.js", b"B"), asset("x.js", b"\"./b.js\"")];
        let [old, new] = [&before, &after].map(|assets| version(&one, assets));
        assert_ne!(old, new);
        assert_eq!(version(&before[2], &before), version(&after[2], &after));
        assert_eq!(
            sent(&one, "import \"./b.js\"; import \"./c.js\";", &after),
            format!("import \"./b.js?v={new}\"; import \"./c.js\";\n")
        );
        assert_eq!(sent(&before[2], "\"./b.js\"", &before), "\"./b.js\"\n");
    }
}
