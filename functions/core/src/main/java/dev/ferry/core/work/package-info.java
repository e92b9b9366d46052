/// Files of the work bucket: the lists of what there is to do and what came of it, which state machines point at.
///
/// Names are relative and never contain personal data; contents may, and live encrypted with an expiry.
@NullMarked
package dev.ferry.core.work;

import org.jspecify.annotations.NullMarked;
