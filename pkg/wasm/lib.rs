//! Everything that it exports is in `src/wasm` of the core.

use rolegate as _;
