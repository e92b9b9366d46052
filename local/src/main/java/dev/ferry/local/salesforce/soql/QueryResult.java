package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a query found.
public sealed interface QueryResult {

    /// How many records or groups it is.
    int size();

    /// The answer of `SELECT COUNT()`.
    record Count(int size) implements QueryResult {}

    /// Records.
    record Rows(SObjectType type, List<Column> columns, List<Row> rows) implements QueryResult {
        @Override
        public int size() {
            return rows.size();
        }
    }

    /// Groups, by alias.
    record Groups(List<Map<String, @Nullable Object>> groups) implements QueryResult {
        @Override
        public int size() {
            return groups.size();
        }
    }
}
