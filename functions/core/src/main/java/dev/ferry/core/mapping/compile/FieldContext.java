package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.LoadHints;
import dev.ferry.core.mapping.schema.TargetObject;
import java.time.ZoneId;
import java.util.Set;

/// What the fields of one phase are compiled with.
///
/// @param earlier the objects of the phases before this one
record FieldContext(TargetObject object, LoadHints load, PathCompiler paths, ZoneId zone, Set<String> earlier) {
    FieldContext {
        earlier = Set.copyOf(earlier);
    }
}
