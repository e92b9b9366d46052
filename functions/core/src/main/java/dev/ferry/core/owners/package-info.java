/// Who shall own an agent's records in the target: matching by e-mail, and the decisions of a person on the rest.
///
/// Users are never made. Neighbours: `source` gives the agents, a target package gives the users, `mapping` reads
/// the decisions while it makes records.
@NullMarked
package dev.ferry.core.owners;

import org.jspecify.annotations.NullMarked;
