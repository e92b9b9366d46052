/// Loading one phase into the target: records are staged per load bucket, sent in chunks, and settled into the
/// ledger.
///
/// The order of things is the state machine's; each class here is one step of it, over ports, and may be killed and
/// repeated at any point. What is true is in the ledger: an entry is written after the target has answered, a chunk
/// is written ahead before anything is sent, and a lost answer is settled by looking in the target before the
/// record is sent again. A settled chunk has its outcomes in a file beside it too, from which a load bucket is
/// closed. [dev.ferry.core.load.SendFirstChunk] sends the first records of a phase alone and looks at them.
/// [dev.ferry.core.load.ReadBack] holds what the target has against the ledger at the end, in shares where that is
/// much.
/// [dev.ferry.core.load.PlanPhase] stages in the same way and only counts;
/// [dev.ferry.core.load.BeforeImages] keeps how changed records stood, for a rollback. Neighbours: `mapping` makes
/// the records, a target package implements `ChunkLoader`,
/// `reconcile` reads the ledger.
@NullMarked
package dev.ferry.core.load;

import org.jspecify.annotations.NullMarked;
