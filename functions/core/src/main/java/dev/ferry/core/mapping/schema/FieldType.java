package dev.ferry.core.mapping.schema;

/// What a target field holds, in terms that all targets share.
public enum FieldType {
    TEXT,
    LONG_TEXT,
    EMAIL,
    PHONE,
    URL,
    PICKLIST,
    MULTI_PICKLIST,
    NUMBER,
    BOOLEAN,
    DATE,
    DATETIME,
    REFERENCE;

    /// Whether its values are text with a length.
    public boolean textual() {
        return switch (this) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, PICKLIST, MULTI_PICKLIST -> true;
            case NUMBER, BOOLEAN, DATE, DATETIME, REFERENCE -> false;
        };
    }
}
