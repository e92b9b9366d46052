package dev.ferry.local.salesforce.bulk;

import org.jspecify.annotations.Nullable;

/// What became of one row: an id, or an error text as `sf__Error` shows it.
record RowOutcome(String id, boolean created, @Nullable String error) {

    boolean failed() {
        return error != null;
    }
}
