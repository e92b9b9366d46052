/// Identity before assembly: links are evidence, and one pass over all of them settles one canonical id per
/// group.
///
/// Neighbours: channels in `dev.ferry.asapp` write links, assembly reads the settled entries. Invariants: the
/// result does not depend on the order or number of times that a link is seen; nothing is joined without a link.
@NullMarked
package dev.ferry.core.identity;

import org.jspecify.annotations.NullMarked;
