package dev.ferry.core.mapping;

import java.util.List;

/// How one mapping test ended.
public sealed interface MappingTestResult {

    /// The test's own name.
    String name();

    /// Everything came out as written.
    record Passed(String name) implements MappingTestResult {}

    /// Something did not.
    ///
    /// @param differences one sentence each, with the values of the example
    record Failed(String name, List<String> differences) implements MappingTestResult {
        public Failed {
            differences = List.copyOf(differences);
        }
    }
}
