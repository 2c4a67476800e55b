//! How far a long build has come: on a terminal, never in a pipe.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::Shared;
use crate::pipeline::{Progress, Stage};

/// A bar that appears when a stage takes long.
pub(super) struct Bar {
    started: Instant,
    is_shown: bool,
    shown: Mutex<ProgressBar>,
    /// When each stage began, and how many steps it had.
    stages: Mutex<Vec<(Stage, usize, Instant)>>,
}

/// Short builds show nothing.
const PATIENCE: Duration = Duration::from_millis(500);

impl Bar {
    pub(super) fn new(shared: &Shared) -> Bar {
        let is_shown = Bar::is_watched(shared);
        Bar {
            started: Instant::now(),
            is_shown,
            shown: Mutex::new(ProgressBar::hidden()),
            stages: Mutex::default(),
        }
    }

    /// A line for each stage so far: its name, its seconds, its steps and their rate.
    pub(super) fn timings(&self) -> Vec<String> {
        let stages = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = stages.iter().skip(1).map(|(_, _, began)| *began);
        let took = stages.iter().zip(ends.chain([Instant::now()]));
        let lines = took.map(|(&(stage, steps, began), end)| {
            let took = end - began;
            let time = format!("{:>10} {:>8.3} s", word(stage), took.as_secs_f64());
            let rate = steps as u128 * 1_000_000 / took.as_micros().max(1);
            if steps > 1 { format!("{time} {steps:>8} {rate:>8}/s") } else { time }
        });
        lines.collect()
    }

    /// Whether somebody sees what is talked.
    pub(super) fn is_watched(shared: &Shared) -> bool {
        !shared.quiet && std::io::stderr().is_terminal()
    }

    /// Takes the bar away. Gives the seconds that passed, where somebody watched.
    pub(super) fn finish(&self) -> Option<f64> {
        self.with(ProgressBar::finish_and_clear);
        self.is_shown.then(|| self.started.elapsed().as_secs_f64())
    }

    fn with(&self, act: impl FnOnce(&ProgressBar)) {
        if let Ok(bar) = self.shown.lock() {
            act(&bar);
        }
    }
}

impl Progress for Bar {
    fn stage(&self, stage: Stage, steps: usize) {
        let mut stages = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        stages.push((stage, steps, Instant::now()));
        drop(stages);
        if !self.is_shown {
            return;
        }
        let style =
            ProgressStyle::with_template("{msg:>10} {pos}/{len} {per_sec} {wide_bar}");
        let bar = ProgressBar::new(steps as u64).with_message(word(stage));
        if let Ok(style) = style {
            bar.set_style(style);
        }
        let is_quick = stage != Stage::Ask && steps < 2_000;
        let is_early = is_quick && self.started.elapsed() < PATIENCE;
        bar.set_draw_target(match is_early {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr_with_hz(10),
        });
        if let Ok(mut shown) = self.shown.lock() {
            shown.finish_and_clear();
            *shown = bar;
        }
    }

    fn step(&self) {
        if self.is_shown {
            self.with(|bar| bar.inc(1));
        }
    }
}

/// What a stage is called where somebody waits for it.
fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Discover => "looking",
        Stage::Parse => "reading",
        Stage::Assemble => "sorting",
        Stage::Check => "checking",
        Stage::Ask => "asking",
        Stage::Render => "writing",
        Stage::Index => "indexing",
        Stage::Publish => "publishing",
    }
}

/// A number of bytes as people say it: `1.30 GiB`.
pub(super) fn size(bytes: u64) -> String {
    HumanBytes(bytes).to_string()
}
