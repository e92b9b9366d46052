package dev.ferry.local.salesforce.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An object of the org: its fields in row order, its record types, and which fields the loading user cannot see.
///
/// *Threading*: safe for concurrent use; fields are only ever appended, and readers see a list that is complete.
public final class SObjectType {
    private final ObjectDefinition definition;
    private final String keyPrefix;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private volatile Fields fields = new Fields(List.of(), Map.of(), List.of());
    private volatile List<RecordType> recordTypes = List.of();

    SObjectType(ObjectDefinition definition, String keyPrefix) {
        this.definition = definition;
        this.keyPrefix = keyPrefix;
        definition.fields().forEach(this::add);
    }

    private record Fields(List<Field> inOrder, Map<String, Field> byName, List<Field> indexed) {}

    /// Appends a field, or replaces the definition of one that is there. Its index never changes.
    public synchronized Field add(FieldDefinition added) {
        List<Field> list = new ArrayList<>(fields.inOrder());
        Map<String, Field> names = new HashMap<>(fields.byName());
        String key = added.name().toLowerCase(Locale.ROOT);
        Field old = names.get(key);
        Field field = new Field(old == null ? list.size() : old.index(), added);
        if (old == null) {
            list.add(field);
        } else {
            list.set(old.index(), field);
        }
        names.put(key, field);
        fields = new Fields(
                List.copyOf(list),
                Map.copyOf(names),
                list.stream().filter(Field::indexed).toList());
        if (added.hidden()) {
            hidden.add(key);
        }
        return field;
    }

    /// The API name in its canonical spelling.
    public String name() {
        return definition.name();
    }

    /// What the org definition says of the object.
    public ObjectDefinition definition() {
        return definition;
    }

    /// The first three characters of its record ids.
    public String keyPrefix() {
        return keyPrefix;
    }

    /// Whether the object belongs to the customer.
    public boolean custom() {
        return name().endsWith("__c");
    }

    /// All fields, in row order.
    public List<Field> fields() {
        return fields.inOrder();
    }

    /// The fields that rows can be found by.
    public List<Field> indexedFields() {
        return fields.indexed();
    }

    /// The field of that name in any letter case.
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.byName().get(name.toLowerCase(Locale.ROOT)));
    }

    /// The field of that name, which must exist.
    public Field require(String name) {
        return field(name)
                .orElseThrow(() -> new IllegalArgumentException("Object " + name() + " has no field " + name));
    }

    /// The field of that name if the loading user may see it.
    public Optional<Field> visible(String name) {
        return field(name).filter(this::isVisible);
    }

    /// Whether the loading user has field-level security for the field.
    public boolean isVisible(Field field) {
        return hidden.isEmpty() || !hidden.contains(field.name().toLowerCase(Locale.ROOT));
    }

    /// Gives or takes field-level security.
    public void show(Field field, boolean visible) {
        String key = field.name().toLowerCase(Locale.ROOT);
        if (visible) {
            hidden.remove(key);
        } else {
            hidden.add(key);
        }
    }

    /// The reference field with that relationship name in any letter case.
    public Optional<Field> relationship(String name) {
        return fields.inOrder().stream()
                .filter(f -> f.relationshipName().filter(name::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    /// The record types, without the master one.
    public List<RecordType> recordTypes() {
        return recordTypes;
    }

    /// Sets the record types once their ids are known.
    public void recordTypes(List<RecordType> types) {
        this.recordTypes = List.copyOf(types);
    }

    /// The record type with that id.
    public Optional<RecordType> recordType(String id) {
        return recordTypes.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return name();
    }
}
