/// The settings that a deployment gives its functions.
///
/// Neighbours: every handler's wiring constructor reads them; nothing else does. Invariant: this is the only
/// place of the functions that looks at the process's environment.
@NullMarked
package dev.ferry.handlers.environment;

import org.jspecify.annotations.NullMarked;
