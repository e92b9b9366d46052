package dev.ferry.core.mapping.document;

import dev.ferry.core.mapping.MappingProblem;
import java.util.List;

/// What came of reading a YAML text.
public sealed interface YamlReading {

    /// The text is YAML of the expected shape.
    record Read(YamlNode.Mapping root) implements YamlReading {}

    /// It is not.
    record Unreadable(List<MappingProblem> problems) implements YamlReading {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
