/// Ferry on AWS: one CDK application of three stacks, apart by how long their parts live.
///
/// | Stack | Package | Holds |
/// |---|---|---|
/// | `ferry-{environment}-data` | `data` | what must survive: key, buckets, tables |
/// | `ferry-{environment}-functions` | `functions`, `machines` | what a deployment replaces: functions, queues,
/// streams, state machines, the events endpoint, a schedule |
/// | `ferry-{environment}-watch` | `observability` | dashboard and alarms |
///
/// Nothing here says what functions, tables or machines there are: they are read from `functions.json`,
/// `resources.json`, `roles.json`, `parameters.json` and `statemachines/`, which the embedded cloud reads too.
/// Invariants: no account and no region is named; synthesis needs no credentials, no Docker and no network.
@NullMarked
package dev.ferry.infra;

import org.jspecify.annotations.NullMarked;
