//! Foreign texts, and what becomes of them.
