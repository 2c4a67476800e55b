//! How far a long build has come: on a terminal, never in a pipe.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::Shared;
use crate::pipeline::{Progress, Stage};

/// A bar that appears when a stage takes long.
pub(super) struct Bar {
    started: Instant,
    is_shown: bool,
    shown: Mutex<ProgressBar>,
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
        }
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
        if !self.is_shown {
            return;
        }
        let word = match stage {
            Stage::Parse => "reading",
            Stage::Assemble => "sorting",
            Stage::Check => "checking",
            Stage::Ask => "asking",
            Stage::Render => "writing",
            Stage::Publish => "publishing",
        };
        let style =
            ProgressStyle::with_template("{msg:>10} {pos}/{len} {per_sec} {wide_bar}");
        let bar = ProgressBar::new(steps as u64).with_message(word);
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
