package dev.ferry.local.salesforce.schema;

/// What becomes of a child when the parent that its lookup names is deleted.
public enum DeleteRule {
    /// The child keeps its row; the lookup is cleared.
    CLEAR,
    /// The child is deleted too (`cascadeDelete` in describe).
    CASCADE,
    /// The parent cannot be deleted while the child is there (`restrictedDelete` in describe).
    RESTRICT
}
