/// The core's stores on DynamoDB. All tables have the string keys `pk` and `sk`; the first part of every partition
/// key is the migration's id, so that migrations never meet, except for what they share on purpose: budgets.
///
/// | Table | pk | sk | Holds |
/// |---|---|---|---|
/// | staging | `{migration}#F#{kind}#{bucket}` | `{kind}\|{entityId}\|{feed}\|{partition}\|{file}\|{chunk}` |
/// fragments |
/// | staging | `{migration}#I#{space}#{bucket of alias}` | `{alias}` | identities |
/// | staging | `{migration}#A#{space}#{bucket of canonical}` | `{canonical}\|{alias}` | identities, the other way |
/// | staging | `{migration}#T#{runId}#{phase}` | `{unit}` | tallies |
/// | ledger | `{migration}#{target}#{object}#{bucket}` | `{key}` | what stands in the target |
/// | ledger | `{migration}#J#{runId}#{phase}#{loadBucket}` | `{chunk number}` | write-ahead notes on chunks |
/// | control | `{migration}#RUNS` | `{runId}` | runs |
/// | control | `{migration}#RUN#{runId}` | `GATE#{gate}` | task tokens of waiting gates |
/// | control | `BUDGET#{name}` | `STATE` | what workers share of a provider's limits, whatever the migration |
///
/// Staging items carry `expiresAt` in epoch seconds and are deleted by DynamoDB after it; ledger and control items
/// stay. Invariants: keys derive from what an item is, so a repeat replaces and never adds; an item stays below 400
/// KB, since a fragment stays below 300 KB; reads are strongly consistent. Neighbours: `s3` (bodies and files),
/// `aws` (clients).
@NullMarked
package dev.ferry.handlers.dynamodb;

import org.jspecify.annotations.NullMarked;
