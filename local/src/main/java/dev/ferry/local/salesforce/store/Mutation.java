package dev.ferry.local.salesforce.store;

import org.jspecify.annotations.Nullable;

/// The change of one row within a transaction; `before` is null for a new one.
record Mutation(Table table, @Nullable Row before, Row after) {}
