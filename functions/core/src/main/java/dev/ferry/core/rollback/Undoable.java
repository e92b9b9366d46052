package dev.ferry.core.rollback;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetSchema;
import java.util.List;

/// A target in which a run can be undone.
@FunctionalInterface
public interface Undoable {

    /// How what these phases loaded is undone.
    Undoer undoer(TargetSchema schema, List<CompiledPhase> phases);
}
