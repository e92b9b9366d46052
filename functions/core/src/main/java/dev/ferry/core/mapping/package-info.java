/// The mapping language: a YAML file says, field by field, what a canonical record becomes in a target.
///
/// [MappingCompiler][dev.ferry.core.mapping.MappingCompiler] checks a file against the source model and the
/// described target and yields a [CompiledMapping][dev.ferry.core.mapping.CompiledMapping], whose phases turn
/// canonical JSON into target records. `document` reads the file, `compile` checks it, `convert` runs it, `schema`
/// describes both sides.
///
/// Invariants: a mapping is a pure function of the record, the run's owner decisions and its batch marker; one bad
/// record never fails its neighbours; whatever is changed on the way is listed as an adjustment; nothing here names
/// a vendor, and no value of a record stands in a reason, a hint or a problem.
@NullMarked
package dev.ferry.core.mapping;

import org.jspecify.annotations.NullMarked;
