//! The whole of the module, from text to words.

mod parse;
mod values;
mod errors;
mod words;
mod exhaustive;
mod corpus;
