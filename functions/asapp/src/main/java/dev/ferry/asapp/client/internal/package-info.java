/// Talking HTTP to ASAPP: requests, answers, refusals, repetition under the shared budget. Not for use outside the
/// client.
@NullMarked
package dev.ferry.asapp.client.internal;

import org.jspecify.annotations.NullMarked;
