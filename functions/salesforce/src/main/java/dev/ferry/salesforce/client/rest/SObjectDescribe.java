package dev.ferry.salesforce.client.rest;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An object as the signed-in user sees it.
///
/// `fields` are found by name in any letter case.
public record SObjectDescribe(
        String name,
        Rights rights,
        SortedMap<String, FieldDescribe> fields,
        List<RecordType> recordTypes,
        List<ChildRelationship> children) {
    private static final String MASTER_ID = "012000000000000AAA";

    /// What the user may do with its records.
    public record Rights(boolean createable, boolean updateable, boolean deletable, boolean queryable) {}

    /// Copies the collections; the map ignores letter case afterwards, whatever the given one did.
    public SObjectDescribe {
        var byName = new TreeMap<String, FieldDescribe>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(fields);
        fields = Collections.unmodifiableSortedMap(byName);
        recordTypes = List.copyOf(recordTypes);
        children = List.copyOf(children);
    }

    /// From its fields in the order of the answer.
    static SortedMap<String, FieldDescribe> byName(Collection<FieldDescribe> fields) {
        var byName = new TreeMap<String, FieldDescribe>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }

    /// A field by its name in any letter case; empty when it does not exist or is hidden from the user.
    public Optional<FieldDescribe> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /// The fields that an insert must give a value.
    public List<FieldDescribe> requiredOnCreate() {
        return fields.values().stream()
                .filter(FieldDescribe::isRequiredOnCreate)
                .toList();
    }

    /// A record type by its developer name.
    public Optional<RecordType> recordType(String developerName) {
        return recordTypes.stream()
                .filter(type -> type.developerName().equals(developerName))
                .findFirst();
    }

    /// Whether the object has record types beside the master that every object has.
    public boolean usesRecordTypes() {
        return recordTypes.stream()
                .anyMatch(type -> !type.master() && !type.id().value().equals(MASTER_ID));
    }
}
