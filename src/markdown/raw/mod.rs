//! HTML within Markdown: its tags, which of them may stay, and their balance.

mod tokens;
mod elements;
mod attributes;
mod balance;

pub(super) use attributes::{Attribute, attributes, decoded, value_of};
pub(super) use balance::Balance;
pub(super) use elements::{Sort, element, is_swallowed, names};
pub(super) use tokens::{Form, Token, tokens};
