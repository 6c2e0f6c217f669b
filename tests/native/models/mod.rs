//! The five products: every cell of their tables and every rule that can be decided.

mod adobe_dynamic_chat;
mod aivo_live;
mod pandadoc;
mod puzzel;
mod userlike;
