package dev.ferry.core.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The books of one phase of a run: what was counted, what must hold, and where the records behind a term are
/// named.
///
/// *Shape* as JSON: `{"phase","terms":{name:count},"equations":[...],"digests":[...],"lists":{term:prefix},
/// "balanced"}`, at `runs/{runId}/books/{phase}.json`.
///
/// @param terms every count of the phase by name
/// @param lists for each term other than the good ones, the prefix of the work files that list its keys and
/// reasons
public record PhaseBooks(
        String phase,
        SortedMap<String, Long> terms,
        List<Equation> equations,
        List<DigestCheck> digests,
        SortedMap<String, String> lists) {
    public PhaseBooks {
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        equations = List.copyOf(equations);
        digests = List.copyOf(digests);
        lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
    }

    /// The books without a count that is no term of them, but what a digest was made of.
    public PhaseBooks without(String term) {
        SortedMap<String, Long> rest = new TreeMap<>(terms);
        rest.remove(term);
        return new PhaseBooks(phase, rest, equations, digests, lists);
    }

    /// Whether everything holds that must hold.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean balanced() {
        return equations.stream().allMatch(Equation::holds) && digests.stream().allMatch(DigestCheck::holds);
    }
}
