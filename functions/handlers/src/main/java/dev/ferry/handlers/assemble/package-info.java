/// Assembly: identities are settled in one pass, then every bucket is folded into canonical records.
///
/// The order is `statemachines/assemble.asl.json`; the stages of [dev.ferry.handlers.assemble.AssemblyStage] follow
/// each other. Before that, `statemachines/fill-gaps.asl.json` plans here what the API is asked for. Invariant: a
/// bucket's records appear whole, before its tally. Neighbours: `dev.ferry.asapp.fold` (how an entity is folded),
/// `extract` (what came before), `books`.
@NullMarked
package dev.ferry.handlers.assemble;

import org.jspecify.annotations.NullMarked;
