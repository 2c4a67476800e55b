//! Search: a text's units, and the index that is made of them.

pub mod tokens;
