/// Which actions of AWS each hosted function takes on what, for the roles that the deployment gives them.
///
/// Where the system property `ferry.calls` names a directory, every client of the AWS SDK in this process notes the
/// calls of functions in it. Tests set it; the roles of the deployment are held against what they noted. Invariant:
/// names of actions and resources are noted, never keys or contents.
@NullMarked
package dev.ferry.local.calls;

import org.jspecify.annotations.NullMarked;
