/// One class of the AWS SDK in Ferry's own, smaller form; see `docs/decisions/start-of-a-function.md`.
///
/// Invariant: nothing of Ferry uses it by name; the SDK finds it where it expects its own.
@NullMarked
package software.amazon.awssdk.regions;

import org.jspecify.annotations.NullMarked;
