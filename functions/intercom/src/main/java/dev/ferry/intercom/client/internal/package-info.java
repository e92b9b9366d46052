/// How the client speaks HTTP: requests, their repetition under the shared budget, answers and refusals.
///
/// Neighbours: `client` and its resources, nobody else.
@NullMarked
package dev.ferry.intercom.client.internal;

import org.jspecify.annotations.NullMarked;
