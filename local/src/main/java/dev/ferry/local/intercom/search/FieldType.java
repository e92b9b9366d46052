package dev.ferry.local.intercom.search;

/// How values are compared.
public enum FieldType {
    TEXT,
    /// Texts without regard to case.
    ADDRESS,
    /// Texts whose single words can be asked for.
    WORDS,
    NUMBER,
    /// Moments that are cut to days of the workspace.
    DAY,
    /// Moments to the second, where less and greater mean "or equal" too.
    MOMENT,
    FLAG
}
