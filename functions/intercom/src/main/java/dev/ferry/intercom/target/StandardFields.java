package dev.ferry.intercom.target;

import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.target.ObjectName;

/// The fields that Intercom has in every workspace; all others are attributes.
final class StandardFields {
    private static final TargetSchema STANDARD = SchemaOf.standard();

    private StandardFields() {}

    static boolean has(ObjectName object, String field) {
        return STANDARD.object(object)
                .map(known -> known.fields().containsKey(field))
                .orElse(false);
    }
}
