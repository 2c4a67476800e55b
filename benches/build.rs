//! Measures whole builds, disk and all processors included: into an empty folder, with
//! nothing changed, with one document changed.
#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot be set up has nothing to measure"
)]

mod generate;

use std::path::Path;
use std::time::Duration;

use chancery::pipeline::{self, Order, Progress, Report, Stage};
use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, SamplingMode, Throughput};
use generate::{Edit, Site};
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for documents in [1_000, 10_000] {
        let mut group = criterion.benchmark_group(format!("build/{documents}"));
        group.throughput(Throughput::Elements(documents as u64));
        group.sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_millis(1));
        let site = Site { seed: 1, documents };
        let folder = temporary();
        site.write(folder.path()).expect("the site can be written");
        cold(&mut group, folder.path());
        unchanged(&mut group, folder.path());
        edited(&mut group, site, folder.path(), Edit::Text);
        edited(&mut group, site, folder.path(), Edit::Title);
        group.finish();
    }
    criterion.final_summary();
}

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn cold(group: &mut Group<'_>, site: &Path) {
    group.bench_function("cold", |bencher| {
        bencher.iter_batched(
            temporary,
            |output| {
                build(site, output.path());
                output
            },
            BatchSize::PerIteration,
        );
    });
}

fn unchanged(group: &mut Group<'_>, site: &Path) {
    let output = temporary();
    build(site, output.path());
    group.bench_function("unchanged", |bencher| {
        bencher.iter(|| build(site, output.path()));
    });
}

/// One document changes and changes back, build by build.
fn edited(group: &mut Group<'_>, site: Site, folder: &Path, edit: Edit) {
    let output = temporary();
    build(folder, output.path());
    let index = site.documents / 2;
    let mut next = edit;
    group.bench_function(format!("one {edit:?} edited").to_lowercase(), |bencher| {
        bencher.iter_batched(
            || {
                site.put(folder, index, next).expect("the document can be written");
                next = if next == Edit::None { edit } else { Edit::None };
            },
            |()| build(folder, output.path()),
            BatchSize::PerIteration,
        );
    });
    site.put(folder, index, Edit::None).expect("the document can be written");
}

fn build(site: &Path, output: &Path) -> Report {
    let order = Order {
        site: site.to_owned(),
        output: Some(output.to_owned()),
        ..Order::default()
    };
    let report = pipeline::build(&order, &Silent).expect("the disk works");
    assert!(report.published.is_some(), "{:?}", report.diagnostics.first());
    report
}

/// Nobody waits.
struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

fn temporary() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}
