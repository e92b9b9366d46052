package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.MappingProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one mapping.
///
/// *Threading*: for one thread.
public final class Problems {
    private final List<MappingProblem> list = new ArrayList<>();

    /// Adds a problem.
    public void add(int line, String path, String message, String suggestion) {
        list.add(new MappingProblem(line, path, message, suggestion));
    }

    /// Whether there is one.
    public boolean any() {
        return !list.isEmpty();
    }

    /// All of them by line.
    public List<MappingProblem> all() {
        return list.stream()
                .sorted(Comparator.comparingInt(MappingProblem::line))
                .toList();
    }
}
