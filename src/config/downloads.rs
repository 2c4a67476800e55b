//! `[downloads]`: which files for other programs a site offers; and those of `data`.

use toml::Spanned;

use super::read::Reader;
use super::written;
use crate::spelling::closest;

macro_rules! forms {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident { $($(#[doc = $about:literal])+ $form:ident $word:literal $file:literal $media:literal;)+ }
    )+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $name { $($(#[doc = $about])+ $form,)+ }

            impl $name {
                /// All of them, in the order in which pages offer them.
                pub const ALL: &[$name] = &[$($name::$form,)+];

                /// The name that `site.toml` and templates use.
                pub fn name(self) -> &'static str {
                    match self { $($name::$form => $word,)+ }
                }

                /// The name of the file, in the folder of the page that offers it.
                pub fn file(self) -> &'static str {
                    match self { $($name::$form => $file,)+ }
                }

                /// The media type.
                pub fn media_type(self) -> &'static str {
                    match self { $($name::$form => $media,)+ }
                }
            }
        )+
    };
}

forms! {
    /// A file beside a document's page.
    Form {
        /// RIS, which reference managers read.
        Ris "ris" "cite.ris" "application/x-research-info-systems";
        /// BibTeX, as biblatex reads it.
        Bibtex "bibtex" "cite.bib" "application/x-bibtex";
        /// The JSON of the Citation Style Language.
        CslJson "csl-json" "cite.json" "application/vnd.citationstyles.csl+json";
        /// The source without what is private.
        Markdown "markdown" "index.md" "text/markdown";
        /// Plain text.
        Text "text" "index.txt" "text/plain";
    }
    /// A file beside the page of a list.
    ListForm {
        /// RIS, which reference managers read.
        Ris "ris" "all.ris" "application/x-research-info-systems";
        /// BibTeX, as biblatex reads it.
        Bibtex "bibtex" "all.bib" "application/x-bibtex";
        /// The JSON of the Citation Style Language.
        CslJson "csl-json" "all.json" "application/vnd.citationstyles.csl+json";
        /// A table of all versions (RFC 4180).
        Csv "csv" "all.csv" "text/csv";
    }
    /// A file that holds or describes the whole archive, below `/data/`.
    DataFile {
        /// A table of all versions (RFC 4180).
        Csv "csv" "documents.csv" "text/csv";
        /// A JSON object a version, one a line.
        Jsonl "jsonl" "documents.jsonl" "application/jsonl";
        /// JSON Schema of such an object.
        Schema "schema" "documents.schema.json" "application/schema+json";
        /// Frictionless Data Package: the table, its columns and their types.
        Package "datapackage" "datapackage.json" "application/vnd.datapackage+json";
        /// RO-Crate: the data set in schema.org's words.
        Crate "ro-crate" "ro-crate-metadata.json" "application/ld+json";
        /// The checksum of every file of the site.
        Checksums "checksums" "manifest-sha256.txt" "text/plain";
    }
}

/// Which files for other programs a site offers, in the order in which pages name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downloads {
    /// Beside each document.
    pub documents: Vec<Form>,
    /// Beside each list: terms and periods.
    pub lists: Vec<ListForm>,
}

impl Reader {
    /// What is not told is whole; an empty list is none.
    pub(super) fn downloads(&mut self, written: &written::Downloads) -> Downloads {
        let documents = written.documents.as_deref();
        let lists = written.lists.as_deref();
        Downloads {
            documents: self.chosen(documents, Form::ALL, Form::name),
            lists: self.chosen(lists, ListForm::ALL, ListForm::name),
        }
    }

    fn chosen<T: Copy + PartialEq>(
        &mut self,
        written: Option<&[Spanned<String>]>,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Vec<T> {
        let Some(written) = written else { return all.to_vec() };
        let mut chosen = Vec::new();
        for word in written {
            match all.iter().find(|&&form| name(form) == word.get_ref()) {
                Some(form) if chosen.contains(form) => {}
                Some(form) => chosen.push(*form),
                None => self.unknown_form(word, all.iter().map(|&form| name(form))),
            }
        }
        chosen
    }

    fn unknown_form(
        &mut self,
        word: &Spanned<String>,
        known: impl Iterator<Item = &'static str> + Clone,
    ) {
        let name = word.get_ref();
        let help = match closest(name, known.clone()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("one of {}", known.collect::<Vec<_>>().join(", ")),
        };
        self.report(word.span(), format!("there is no form `{name}`")).help_with(help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::read;
    use crate::text::TextFile;

    fn settings(lines: &str) -> TextFile {
        let text = format!("title = \"a\"\nbase_url = \"https://a.example/\"\n{lines}");
        TextFile::decode("site.toml", text.into_bytes())
    }

    #[test]
    fn what_is_offered_is_chosen() {
        let check = |lines: &str, documents: &[Form], lists: &[ListForm]| {
            let config = read(&settings(lines)).value.unwrap();
            assert_eq!(config.downloads.documents, documents, "{lines}");
            assert_eq!(config.downloads.lists, lists, "{lines}");
        };
        check("", Form::ALL, ListForm::ALL);
        check("[downloads]\ndocuments = []\n", &[], ListForm::ALL);
        check(
            "[downloads]\ndocuments = [\"text\", \"ris\", \"text\"]\nlists = [\"csv\"]\n",
            &[Form::Text, Form::Ris],
            &[ListForm::Csv],
        );
    }

    #[test]
    fn unknown_forms_are_reported() {
        let check = |line: &str, message: &str, help: &str| {
            let found = read(&settings(&format!("[downloads]\n{line}\n"))).diagnostics;
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].message, message);
            assert_eq!(found[0].help.as_deref(), Some(help));
        };
        check("lists = [\"cvs\"]", "there is no form `cvs`", "did you mean `csv`?");
        check(
            "documents = [\"docx\"]",
            "there is no form `docx`",
            "one of ris, bibtex, csl-json, markdown, text",
        );
    }
}
