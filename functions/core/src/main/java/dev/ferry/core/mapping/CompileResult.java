package dev.ferry.core.mapping;

import java.util.List;

/// What came of compiling a mapping.
public sealed interface CompileResult {

    /// It may run.
    record Compiled(CompiledMapping mapping) implements CompileResult {}

    /// It may not.
    ///
    /// @param problems all of them, by line
    record Refused(List<MappingProblem> problems) implements CompileResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
