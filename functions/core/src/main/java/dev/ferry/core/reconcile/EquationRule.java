package dev.ferry.core.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What must hold between the terms of a phase: the sum of the left ones is the sum of the right ones.
///
/// @param name how reports call it
/// @param left names of terms
/// @param right names of terms
public record EquationRule(String name, List<String> left, List<String> right) {
    public EquationRule {
        left = List.copyOf(left);
        right = List.copyOf(right);
        if (left.isEmpty() || right.isEmpty()) {
            throw new IllegalArgumentException("both sides of the equation '" + name + "' need a term");
        }
    }

    /// A rule from its written form. *Shape*: `received = fragmented + rejected`, which is also its name.
    public static EquationRule of(String written) {
        int equals = written.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("an equation has an equals sign: '" + written + "'");
        }
        return new EquationRule(written, terms(written.substring(0, equals)), terms(written.substring(equals + 1)));
    }

    /// The rule with the counts filled in; a term that nobody counted is zero.
    public Equation evaluate(Map<String, Long> counts) {
        return new Equation(name, filled(left, counts), filled(right, counts));
    }

    private static List<String> terms(String side) {
        return Arrays.stream(side.split("\\+", -1)).map(String::strip).toList();
    }

    private static List<Term> filled(List<String> names, Map<String, Long> counts) {
        return names.stream()
                .map(term -> new Term(term, counts.getOrDefault(term, 0L)))
                .toList();
    }
}
