/// The AutoSummary calls of section 2.4 of the reference, and the bridge from issues to conversations.
///
/// Neighbours: `conversations` for texts, `tree` for the feeds whose rows are answered with. Invariant: no two
/// answers have the same summary or extraction id.
@NullMarked
package dev.ferry.local.asapp.summaries;

import org.jspecify.annotations.NullMarked;
