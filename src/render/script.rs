//! Scripts as they are sent: without comments and indentation.

/// A script as it is sent.
pub fn sent(script: &str) -> String {
    lean(script).unwrap_or_else(|| script.to_owned())
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
    use super::{lean, sent};

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
        assert_eq!(sent("/* a"), "/* a");
    }
}
