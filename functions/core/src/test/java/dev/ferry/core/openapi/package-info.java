/// Checks requests and answers against a provider's official OpenAPI description, for the tests of clients and of
/// simulators.
///
/// Neighbours: tests of `functions/intercom`, `local` and `cli` use it from this module's test jar. Invariant: it
/// knows no provider.
@NullMarked
package dev.ferry.core.openapi;

import org.jspecify.annotations.NullMarked;
