package dev.ferry.core.reconcile;

/// One name in the books and what it counts, for example `received` and 1,204.
public record Term(String name, long count) {
    public Term {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a term of the books has a name");
        }
    }
}
