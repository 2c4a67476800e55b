//! Files of word processors, which pandoc makes pages of, where it is installed.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// The file as a page.
pub(super) fn page(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Box<Diagnostic>> {
    let finding = |message: &str, help: &str| {
        let code = Code::UnknownFormat;
        let finding = Diagnostic::new(code, &name.into(), Span::default(), message);
        Box::new(finding.help(help))
    };
    let Some(format) = format(bytes) else {
        return Err(finding(
            "expected a `.docx`, `.odt` or `.rtf` file, found another of a word processor",
            "save it as one of these, or as plain text",
        ));
    };
    match converted(format, bytes) {
        Ok(Ok(page)) => Ok(page),
        Ok(Err(said)) => {
            let message = format!("pandoc cannot read the file: {said}");
            Err(finding(&message, "save it as HTML or plain text, and import that"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Err(finding(
            "the file can only be read by way of pandoc, which is not installed",
            "install pandoc, or save the file as HTML or plain text and import that",
        )),
        Err(error) => Err(finding(
            &format!("pandoc cannot be run: {error}"),
            "save the file as HTML or plain text, and import that",
        )),
    }
}

/// What pandoc calls the file's format.
fn format(bytes: &[u8]) -> Option<&'static str> {
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    match bytes {
        [b'{', ..] => Some("rtf"),
        [b'P', b'K', ..] if has(b"application/vnd.oasis.opendocument.text") => {
            Some("odt")
        }
        [b'P', b'K', ..] if has(b"word/") => Some("docx"),
        _ => None,
    }
}

/// Runs pandoc; what it says where it fails is its first line.
fn converted(format: &str, bytes: &[u8]) -> std::io::Result<Result<Vec<u8>, String>> {
    let mut child = Command::new("pandoc")
        .args(["--from", format, "--to", "html", "--wrap", "none", "--sandbox"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let input = child.stdin.take();
    let bytes = bytes.to_vec();
    // Written beside reading: neither side waits for the other for ever.
    let writer = std::thread::spawn(move || {
        // Who stops reading has said why elsewhere.
        let _ = input.map(|mut input| input.write_all(&bytes));
    });
    let output = child.wait_with_output()?;
    let _ = writer.join();
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Ok(Err(said.lines().next().unwrap_or("it does not say why").to_owned()))
}
