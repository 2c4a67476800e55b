//! Pairs the blocks of two texts by their order and their sort.

use crate::markdown::Sort;

/// Blocks that stand beside each other; one side may be empty.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// Larger texts are paired in order alone.
const MAX_CELLS: usize = 16_000_000;

/// The cheapest way to read two texts in step: blocks of the same sort side by side, as
/// few left alone as can be, headings last of all.
pub(super) fn align(left: &[Sort], right: &[Sort]) -> Vec<Pair> {
    // What two texts begin and end with alike needs no search.
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (rest_left, rest_right) =
        (left.get(head..).unwrap_or(&[]), right.get(head..).unwrap_or(&[]));
    let pairs = rest_left.iter().rev().zip(rest_right.iter().rev());
    let tail = pairs.take_while(|(a, b)| a == b).count();
    let middle_left = rest_left.get(..rest_left.len() - tail).unwrap_or(&[]);
    let middle_right = rest_right.get(..rest_right.len() - tail).unwrap_or(&[]);

    let mut aligned: Vec<Pair> = (0..head).map(|at| (Some(at), Some(at))).collect();
    let middle = match middle_left.len().saturating_mul(middle_right.len()) {
        0..=MAX_CELLS => cheapest(middle_left, middle_right),
        _ => in_order(middle_left.len(), middle_right.len()),
    };
    let shifted = |at: Option<usize>| at.map(|at| at + head);
    aligned.extend(middle.into_iter().map(|(l, r)| (shifted(l), shifted(r))));
    let (left_end, right_end) = (left.len() - tail, right.len() - tail);
    aligned.extend((0..tail).map(|at| (Some(left_end + at), Some(right_end + at))));
    aligned
}

fn in_order(left: usize, right: usize) -> Vec<Pair> {
    let beside = |at: usize, length: usize| (at < length).then_some(at);
    (0..left.max(right)).map(|at| (beside(at, left), beside(at, right))).collect()
}

#[derive(Clone, Copy)]
enum Step {
    Both,
    Left,
    Right,
}

/// Needleman and Wunsch's alignment.
fn cheapest(left: &[Sort], right: &[Sort]) -> Vec<Pair> {
    let width = right.len() + 1;
    let mut steps = Vec::with_capacity((left.len() + 1) * width);
    let mut costs: Vec<u32> = Vec::with_capacity(width);
    costs.push(0);
    steps.push(Step::Both);
    for sort in right {
        costs.push(costs.last().copied().unwrap_or(0) + alone(*sort));
        steps.push(Step::Right);
    }
    for a in left {
        let mut diagonal = costs.first().copied().unwrap_or(0);
        let mut before = diagonal + alone(*a);
        if let Some(first) = costs.first_mut() {
            *first = before;
        }
        steps.push(Step::Left);
        for (b, cost) in right.iter().zip(costs.iter_mut().skip(1)) {
            let choices = [
                (diagonal + together(*a, *b), Step::Both),
                (*cost + alone(*a), Step::Left),
                (before + alone(*b), Step::Right),
            ];
            diagonal = *cost;
            let best = choices.into_iter().min_by_key(|(cost, _)| *cost);
            let (best, step) = best.unwrap_or((0, Step::Both));
            *cost = best;
            before = best;
            steps.push(step);
        }
    }
    traced(&steps, left.len(), right.len())
}

fn traced(steps: &[Step], mut left: usize, mut right: usize) -> Vec<Pair> {
    let width = right + 1;
    let mut pairs = Vec::with_capacity(left.max(right));
    while left > 0 || right > 0 {
        match steps.get(left * width + right).copied().unwrap_or(Step::Both) {
            Step::Left if left > 0 => {
                left -= 1;
                pairs.push((Some(left), None));
            }
            Step::Right if right > 0 => {
                right -= 1;
                pairs.push((None, Some(right)));
            }
            _ => {
                left = left.saturating_sub(1);
                right = right.saturating_sub(1);
                pairs.push((Some(left), Some(right)));
            }
        }
    }
    pairs.reverse();
    pairs
}

fn together(a: Sort, b: Sort) -> u32 {
    match (a, b) {
        _ if a == b => 0,
        (Sort::Heading(_), Sort::Heading(_)) => 1,
        (Sort::Heading(_) | Sort::Footnotes, _)
        | (_, Sort::Heading(_) | Sort::Footnotes) => 9,
        _ => 3,
    }
}

fn alone(sort: Sort) -> u32 {
    if matches!(sort, Sort::Heading(_)) { 4 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `h` a heading, `p` a paragraph, `l` a list.
    fn sorts(text: &str) -> Vec<Sort> {
        let sort = |c| match c {
            'h' => Sort::Heading(2),
            'p' => Sort::Paragraph,
            _ => Sort::List,
        };
        text.chars().map(sort).collect()
    }

    #[test]
    fn texts_are_read_in_step() {
        let check = |left: &str, right: &str, expected: &str| {
            let pairs = align(&sorts(left), &sorts(right));
            let letter = |text: &str, at: Option<usize>| {
                at.and_then(|at| text.chars().nth(at)).unwrap_or('-')
            };
            let shown: Vec<String> = pairs
                .iter()
                .map(|&(l, r)| format!("{}{}", letter(left, l), letter(right, r)))
                .collect();
            assert_eq!(shown.join(" "), expected, "{left} {right}");
        };
        check("hpp", "hpp", "hh pp pp");
        check("hpphp", "hphp", "hh pp p- hh pp");
        check("hp", "hphp", "hh pp -h -p");
        check("", "pp", "-p -p");
        check("pp", "", "p- p-");
        check("hplp", "hpp", "hh pp l- pp");
        check("", "", "");
    }

    #[test]
    fn every_block_stands_once_and_in_order() {
        for (left, right) in [("hplphpplh", "phpphlp"), ("ppppp", "h"), ("hhhh", "lplp")]
        {
            let pairs = align(&sorts(left), &sorts(right));
            let lefts: Vec<usize> = pairs.iter().filter_map(|pair| pair.0).collect();
            let rights: Vec<usize> = pairs.iter().filter_map(|pair| pair.1).collect();
            assert_eq!(lefts, (0..left.len()).collect::<Vec<_>>());
            assert_eq!(rights, (0..right.len()).collect::<Vec<_>>());
        }
    }
}
