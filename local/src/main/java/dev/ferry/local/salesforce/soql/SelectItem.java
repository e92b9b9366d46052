package dev.ferry.local.salesforce.soql;

import org.jspecify.annotations.Nullable;

/// One item of a SELECT list.
public sealed interface SelectItem {

    /// A field or a calendar function of one.
    record Value(Term term, @Nullable String alias) implements SelectItem {}

    /// An aggregate; `path` is null for `COUNT()`.
    record Aggregate(
            String function,
            @Nullable String path,
            @Nullable String alias) implements SelectItem {}

    /// `FIELDS(ALL)`, `FIELDS(STANDARD)` or `FIELDS(CUSTOM)`.
    record FieldSet(String which) implements SelectItem {}
}
