//! What no text may do: break the program, or hold it up.

use super::formats::TEI;
use super::imported;

/// Whatever the bytes, something is said and nothing breaks.
#[test]
fn no_bytes_are_too_strange() {
    let page = "<html lang=ja><h1>外交</h1><table><tr><td>a<td>b<tr><td>c</table><ul><li>x</html>";
    let text =
        "[文書名] \n[年月日] 1970月9月21日\n[出典] p.1\n[全文]\n　１．<a>{b}\n● c\n";
    let table = "title,date\n\"a\",2018\nb";
    for sample in
        [TEI, page, text, table, "Press Releases\nA title\nOn March 5, a.\n(END)"]
    {
        let bytes = sample.as_bytes();
        for cut in 0..bytes.len() {
            imported("20180423.D1J.html", &bytes[..cut]);
            imported("a.ja.txt", &bytes[cut..]);
        }
        for (at, byte) in (0..bytes.len())
            .zip([b'<', b'[', 0xE3, b'\n', b'"', 0x1B].into_iter().cycle())
        {
            let mut changed = bytes.to_vec();
            changed[at] = byte;
            imported("a.xml", &changed);
        }
    }
}

/// Twice the text takes about twice the time; with a square it would take far longer than
/// anybody waits.
#[test]
fn long_texts_take_their_time_and_no_more() {
    for piece in
        ["[a ", "<i>", "<ul><li>", "*a* _b_ ", "- a\n", "a\n\n", "<p><b>", "[Title] a\n"]
    {
        imported("a.html", format!("<p>{}", piece.repeat(40_000)).as_bytes());
        imported("a.txt", piece.repeat(40_000).as_bytes());
    }
}
