package dev.ferry.core.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// An equation of the books with its counts.
///
/// *Shape* as JSON: `{"name","left":[{"name","count"}],"right":[...],"holds"}`.
public record Equation(String name, List<Term> left, List<Term> right) {
    public Equation {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// Whether both sides come to the same sum.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean holds() {
        return sum(left) == sum(right);
    }

    private static long sum(List<Term> terms) {
        return terms.stream().mapToLong(Term::count).sum();
    }
}
