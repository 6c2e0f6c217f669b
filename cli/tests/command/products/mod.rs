//! What belongs to one product, a file for each.

mod adobe_dynamic_chat;
