/// The artifact of the functions under Lambda's own runtime interface client: how long a start takes.
///
/// A fresh JVM gets the artifact and the client, and asks a Runtime API of this process for its first event, as it
/// would ask Lambda. What it calls is the embedded cloud.
@NullMarked
package dev.ferry.local.coldstart;

import org.jspecify.annotations.NullMarked;
