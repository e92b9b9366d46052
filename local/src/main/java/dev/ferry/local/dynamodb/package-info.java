/// DynamoDB on one machine: AWS's own DynamoDB Local, embedded, with its tables in a file of the work directory. Two
/// steps of its storage, putting and getting an item of a plain table, are written anew in
/// [RememberingStorage][dev.ferry.local.dynamodb.RememberingStorage], since the engine's own cost a multiple.
///
/// Neighbours: `cloud` starts it and says which tables exist. Invariant: every acknowledged write is in the SQLite
/// file or its write-ahead log, so a killed process loses none. The engine's telemetry is part of its command line,
/// which is not used here, so nothing is ever sent.
@NullMarked
package dev.ferry.local.dynamodb;

import org.jspecify.annotations.NullMarked;
