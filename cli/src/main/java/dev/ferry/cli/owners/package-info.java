/// The owners file: agents without a user in the target as CSV, to be filled in by a person and sent as the answer
/// of the owner gate.
@NullMarked
package dev.ferry.cli.owners;

import org.jspecify.annotations.NullMarked;
