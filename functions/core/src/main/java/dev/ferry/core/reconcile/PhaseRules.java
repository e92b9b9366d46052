package dev.ferry.core.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the books of a phase have to satisfy.
///
/// @param equations at least one: a phase without equations would always balance
/// @param lists by term, the prefix of the work files that name its records
public record PhaseRules(String phase, List<EquationRule> equations, SortedMap<String, String> lists) {
    public PhaseRules {
        equations = List.copyOf(equations);
        lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
        if (equations.isEmpty()) {
            throw new IllegalArgumentException("phase " + phase + " needs an equation, or it would always balance");
        }
    }
}
