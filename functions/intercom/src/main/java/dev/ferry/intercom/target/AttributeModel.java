package dev.ferry.intercom.target;

import dev.ferry.core.target.ObjectName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The models that have custom attributes.
enum AttributeModel {
    CONTACT("Contact"),
    COMPANY("Company"),
    CONVERSATION("Conversation");

    private final String object;

    AttributeModel(String object) {
        this.object = object;
    }

    /// The object whose fields they are.
    ObjectName object() {
        return new ObjectName(object);
    }

    /// Intercom's name, for example `contact`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AttributeModel> of(ObjectName object) {
        return Arrays.stream(values())
                .filter(model -> model.object.equals(object.value()))
                .findFirst();
    }
}
