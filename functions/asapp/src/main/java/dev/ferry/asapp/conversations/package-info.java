/// The Conversations API: which conversations have to be asked for, and what the answers become.
///
/// It can be asked for single conversations only, and every question counts against the day's limit. Neighbours:
/// the feeds come first, `fold` says what they lack. Invariant: nothing is asked that a feed can tell.
@NullMarked
package dev.ferry.asapp.conversations;

import org.jspecify.annotations.NullMarked;
