/// Notes on contacts and companies, which have no time of their own.
///
/// Neighbours: `contacts` and `companies` are what they are about, `people` who wrote them.
@NullMarked
package dev.ferry.local.intercom.notes;

import org.jspecify.annotations.NullMarked;
