package dev.ferry.local.salesforce.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One object as the org definition file writes it; two entries of one name (platform and customer) are merged.
///
/// *Shape*: `internal` objects can be read but not written through the API; `unbulkable` ones are not offered by
/// Bulk API 2.0 (binary content). `abstractType` is the object whose custom fields this one shares (`Activity`).
public record ObjectDefinition(
        String name,
        @Nullable String label,
        @Nullable String labelPlural,
        @Nullable String keyPrefix,
        boolean internal,
        boolean unbulkable,
        boolean undeletable,
        @Nullable String abstractType,
        List<FieldDefinition> fields,
        List<RecordTypeDefinition> recordTypes) {

    public ObjectDefinition {
        label = label == null ? name.replace("__c", "").replace('_', ' ') : label;
        labelPlural = labelPlural == null ? label + "s" : labelPlural;
        fields = fields == null ? List.of() : List.copyOf(fields);
        recordTypes = recordTypes == null ? List.of() : List.copyOf(recordTypes);
    }
}
