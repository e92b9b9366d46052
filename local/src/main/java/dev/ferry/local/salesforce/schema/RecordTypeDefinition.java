package dev.ferry.local.salesforce.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record type as the org definition file writes it. `picklistValues` names, per field, the values assigned
/// to the record type; a field that is not named offers all its values. `unavailable` ones are not assigned to
/// the loading user.
public record RecordTypeDefinition(
        String developerName,
        @Nullable String name,
        boolean inactive,
        boolean unavailable,
        @JsonProperty("default") boolean isDefault,
        @Nullable String businessProcess,
        Map<String, List<String>> picklistValues) {

    public RecordTypeDefinition {
        name = name == null ? developerName.replace('_', ' ') : name;
        picklistValues = picklistValues == null ? Map.of() : Map.copyOf(picklistValues);
    }
}
