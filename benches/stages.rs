//! Measures the stages of a build one by one, on one processor and without the disk:
//! front matter, facts, HTML, assembling, pages.
#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot be set up has nothing to measure"
)]

mod generate;

use std::hint::black_box;
use std::path::Path;

use chancery::archive::{Archive, Planned};
use chancery::assemble::{self, assemble};
use chancery::config::{self, Config, Vocabulary};
use chancery::discover::{self, Files, Found};
use chancery::document::Document;
use chancery::markdown::{self, Labels, Picture, Resolver, Surroundings, Target};
use chancery::render::html::{Renderer, texts};
use chancery::text::TextFile;
use chancery::{fs, parse};
use criterion::{BatchSize, Criterion, SamplingMode, Throughput};
use generate::Site;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for documents in [1_000, 10_000] {
        let sample = Sample::new(documents);
        front_matter(&mut criterion, &sample);
        facts(&mut criterion, &sample);
        html(&mut criterion, &sample);
        assembling(&mut criterion, &sample);
        pages(&mut criterion, &sample);
    }
    criterion.final_summary();
}

/// An archive in memory, as far as each stage needs it.
struct Sample {
    documents: usize,
    config: Config,
    vocabularies: Vec<Vocabulary>,
    /// Each file's name below the content folder, and the file; sorted by path.
    texts: Vec<(String, TextFile)>,
    parsed: Vec<Document>,
}

impl Sample {
    fn new(documents: usize) -> Sample {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let site = Site { seed: 1, documents };
        site.write(folder.path()).expect("the site can be written");
        Sample::read(documents, folder.path())
    }

    fn read(documents: usize, site: &Path) -> Sample {
        let settings = fs::read(&site.join("site.toml")).expect("there are settings");
        let config = config::read(&TextFile::decode("site.toml", settings));
        let config = config.value.expect("the settings are sound");
        let files: Files = discover::files(site, &config).expect("there are files").value;
        let vocabularies = files.vocabularies.iter().map(|file| {
            let taxonomy = file.name.trim_end_matches(".toml");
            Vocabulary::read(&text(file), taxonomy).value
        });
        let vocabularies = vocabularies.collect();
        let mut texts: Vec<(String, TextFile)> =
            files.documents.iter().map(|file| (file.name.clone(), text(file))).collect();
        texts.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
        let parsed = texts.iter().map(|(name, text)| {
            parse::document(text, name, &config).value.expect("it is text")
        });
        let parsed = parsed.collect();
        Sample { documents, config, vocabularies, texts, parsed }
    }

    /// The texts and what is known of them.
    fn each(&self) -> impl Iterator<Item = (&TextFile, &Document)> {
        self.texts.iter().map(|(_, text)| text).zip(&self.parsed)
    }

    fn body_bytes(&self) -> Throughput {
        let bodies =
            self.each().map(|(file, known)| file.text.len() as u64 - start(known) as u64);
        Throughput::Bytes(bodies.sum())
    }

    fn input(&self) -> assemble::Input {
        assemble::Input {
            absent: std::collections::BTreeMap::new(),
            config: self.config.clone(),
            documents: self.parsed.clone(),
            pages: Vec::new(),
            withdrawn: Vec::new(),
            vocabularies: self.vocabularies.clone(),
            files: Vec::new(),
            assets: Vec::new(),
        }
    }
}

fn text(file: &Found) -> TextFile {
    file.read().expect("the file can be read")
}

fn start(document: &Document) -> usize {
    document.body.start as usize
}

fn source<'a>(file: &'a TextFile, known: &'a Document) -> markdown::Source<'a> {
    markdown::Source {
        text: &file.text,
        start: start(known),
        language: &known.language,
        title: Some(&known.metadata.title),
    }
}

fn measure(
    criterion: &mut Criterion,
    (name, documents): (&str, usize),
    throughput: Throughput,
    mut routine: impl FnMut(),
) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(throughput).sampling_mode(SamplingMode::Flat);
    group.bench_function(documents.to_string(), |bencher| bencher.iter(&mut routine));
    group.finish();
}

/// Documents without a text: only their front matter is read.
fn front_matter(criterion: &mut Criterion, sample: &Sample) {
    let heads = sample.texts.iter().zip(&sample.parsed).map(|((name, file), known)| {
        let head = file.text.get(..start(known)).unwrap_or_default().to_owned();
        (name, TextFile { text: head, ..file.clone() })
    });
    let heads: Vec<_> = heads.collect();
    let throughput = Throughput::Elements(heads.len() as u64);
    measure(criterion, ("front matter", sample.documents), throughput, || {
        for (name, head) in &heads {
            black_box(parse::document(head, name, &sample.config));
        }
    });
}

fn facts(criterion: &mut Criterion, sample: &Sample) {
    let settings = markdown::Settings::of(&sample.config);
    measure(criterion, ("facts", sample.documents), sample.body_bytes(), || {
        for (file, known) in sample.each() {
            black_box(markdown::facts(&file.path, &source(file, known), &settings));
        }
    });
}

fn html(criterion: &mut Criterion, sample: &Sample) {
    let settings = markdown::Settings::of(&sample.config);
    let page = Surroundings {
        resolver: &Nowhere,
        labels: &Labels::default(),
        highlighter: &markdown::Highlighter::new(),
    };
    measure(criterion, ("html", sample.documents), sample.body_bytes(), || {
        for (file, known) in sample.each() {
            black_box(markdown::html(&source(file, known), &settings, &page));
        }
    });
}

/// Leaves every link as it is, so that only Markdown is measured.
struct Nowhere;

impl Resolver for Nowhere {
    fn link(&self, _: &str) -> Target {
        Target::Keep
    }

    fn image(&self, _: &str) -> Picture {
        Picture::Keep
    }
}

fn assembling(criterion: &mut Criterion, sample: &Sample) {
    let mut group = criterion.benchmark_group("assemble");
    group.throughput(Throughput::Elements(sample.documents as u64));
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function(sample.documents.to_string(), |bencher| {
        bencher.iter_batched(|| sample.input(), assemble, BatchSize::PerIteration);
    });
    group.finish();
}

fn pages(criterion: &mut Criterion, sample: &Sample) {
    let archive = assemble(sample.input()).value;
    let theme = discover::theme(Path::new(""), &sample.config);
    let theme = theme.expect("the default theme is part of the program").value;
    let renderer = Renderer::new(&archive, &theme).value;
    let render = |(planned, texts): &(&Planned, Vec<TextFile>)| {
        black_box(renderer.page(planned, texts)).expect("the templates fit").len()
    };
    let (documents, lists): (Vec<_>, Vec<_>) =
        planned(&archive, sample).partition(|(_, texts)| !texts.is_empty());
    for (name, pages) in [("document pages", documents), ("list pages", lists)] {
        assert!(pages.iter().take(100).all(|page| render(page) > 0), "a page is empty");
        let throughput = Throughput::Elements(pages.len() as u64);
        measure(criterion, (name, sample.documents), throughput, || {
            for page in &pages {
                render(page);
            }
        });
    }
}

/// The pages of the archive, each with the texts that it shows.
fn planned<'a>(
    archive: &'a Archive,
    sample: &Sample,
) -> impl Iterator<Item = (&'a Planned, Vec<TextFile>)> {
    let pages = archive.plan.pages.iter().filter(|each| each.page.has_template());
    pages.map(|each| {
        let paths = texts(archive, each.page).into_iter();
        let files = paths.filter_map(|path| {
            let at = sample.texts.binary_search_by(|(_, file)| file.path.cmp(path));
            sample.texts.get(at.ok()?).map(|(_, file)| file.clone())
        });
        (each, files.collect())
    })
}
