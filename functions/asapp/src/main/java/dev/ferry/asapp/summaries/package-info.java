/// AutoSummary: what is to be generated anew because a configuration asks for it by name, and what the answers
/// become.
///
/// Each request makes ASAPP generate text, so this is a way of last resort. Neighbours: `fold` says what no feed
/// has, `pages` asks, `client.summary` sends. Invariants: nothing is asked that the configuration does not name;
/// nothing that a feed has, or that has been generated before, is generated.
@NullMarked
package dev.ferry.asapp.summaries;

import org.jspecify.annotations.NullMarked;
