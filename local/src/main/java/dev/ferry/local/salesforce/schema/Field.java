package dev.ferry.local.salesforce.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A field in its place: `index` is the position of its value in every row of the object.
public record Field(int index, FieldDefinition definition) {

    private static final Set<String> UNINDEXED_PARENTS =
            Set.of("User", "Group", "RecordType", "Profile", "UserRole", "BusinessProcess");

    /// The API name.
    public String name() {
        return definition.name();
    }

    /// The data type.
    public FieldType type() {
        return definition.type();
    }

    /// The greatest length. *Units*: characters.
    public int length() {
        return definition.length();
    }

    /// The object names that a reference may point to; empty for other types.
    public List<String> referenceTo() {
        return definition.referenceTo();
    }

    /// Whether a reference may point to several objects.
    public boolean polymorphic() {
        return definition.referenceTo().size() > 1;
    }

    /// Whether the field belongs to the customer and not to the platform.
    public boolean custom() {
        return name().endsWith("__c");
    }

    /// Whether a row can be found by this field's value: an external id, a unique or an `idLookup` field.
    public boolean key() {
        return definition.externalId() || definition.unique() || definition.idLookup();
    }

    /// Whether the store keeps an index on it. References to users and the like are left out: nothing cascades from
    /// them and their lists of children are as long as the object.
    public boolean indexed() {
        return type() != FieldType.ID
                && (key()
                        || (type() == FieldType.REFERENCE && !UNINDEXED_PARENTS.containsAll(definition.referenceTo())));
    }

    /// The name by which a query or a CSV header reaches through the reference, such as `Parent__r` or `Who`.
    public Optional<String> relationshipName() {
        if (type() != FieldType.REFERENCE) {
            return Optional.empty();
        }
        String given = definition.relationshipName();
        if (given != null) {
            return Optional.of(given);
        }
        return Optional.of(
                custom() ? name().substring(0, name().length() - 1) + "r" : name().substring(0, name().length() - 2));
    }

    /// Whether a picklist value is one that closes the record.
    public boolean closes(String value) {
        return definition.values().stream()
                .anyMatch(v -> v.closed() && v.value().equalsIgnoreCase(value));
    }
}
