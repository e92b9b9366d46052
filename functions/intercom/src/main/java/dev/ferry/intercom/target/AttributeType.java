package dev.ferry.intercom.target;

import dev.ferry.core.mapping.schema.FieldType;
import java.util.Arrays;
import java.util.Optional;

/// The types of attributes, with their names at both interfaces.
///
/// *Source*: Intercom, data attributes and conversation attributes: the same types under different names.
enum AttributeType {
    STRING("string", "string", FieldType.TEXT),
    INTEGER("integer", "integer", FieldType.NUMBER),
    DECIMAL("float", "decimal", FieldType.NUMBER),
    BOOLEAN("boolean", "boolean", FieldType.BOOLEAN),
    DATE("date", "datetime", FieldType.DATETIME),
    DATETIME("datetime", "datetime", FieldType.DATETIME),
    LIST("options", "list", FieldType.PICKLIST);

    private final String ofPeople;
    private final String ofConversations;
    private final FieldType field;

    AttributeType(String ofPeople, String ofConversations, FieldType field) {
        this.ofPeople = ofPeople;
        this.ofConversations = ofConversations;
        this.field = field;
    }

    /// Its name when an attribute of the model is made.
    String spelling(AttributeModel model) {
        return model == AttributeModel.CONVERSATION ? ofConversations : ofPeople;
    }

    /// What a mapping may put into it.
    FieldType field() {
        return field;
    }

    /// Whether an attribute of this type holds what one of the other would: a list of people reads back as a text,
    /// and a date and a moment are kept alike.
    boolean holds(AttributeType other) {
        return this == other || (isMoment() && other.isMoment()) || (this == DECIMAL && other == INTEGER);
    }

    private boolean isMoment() {
        return this == DATE || this == DATETIME;
    }

    /// The type of that name at either interface.
    static Optional<AttributeType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.ofPeople.equals(name) || type.ofConversations.equals(name))
                .findFirst();
    }
}
