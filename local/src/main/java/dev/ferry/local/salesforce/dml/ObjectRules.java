package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.store.Row;

/// What the platform does beyond the general rules for one object.
interface ObjectRules {

    /// Completes or refuses a new row.
    default void beforeInsert(Draft draft, DmlContext context) {}

    /// Completes or refuses a changed row.
    default void beforeUpdate(Draft draft, DmlContext context) {}

    /// Follows up on a new row within the same transaction.
    default void afterInsert(Row row, Draft draft, DmlContext context) {}

    /// Refuses a delete, or follows up on it.
    default void afterDelete(Row row, DmlContext context) {}
}
