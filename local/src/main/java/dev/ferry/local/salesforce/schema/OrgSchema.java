package dev.ferry.local.salesforce.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// All objects of the org, by name and by key prefix.
///
/// *Threading*: safe for concurrent use.
public final class OrgSchema {
    private final Map<String, SObjectType> byName = new ConcurrentHashMap<>();
    private final Map<String, SObjectType> byPrefix = new ConcurrentHashMap<>();
    private final List<SObjectType> inOrder = new CopyOnWriteArrayList<>();
    private int customObjects;

    public OrgSchema(OrgDefinition org) {
        org.objects().forEach(this::add);
    }

    /// Adds an object; the platform's own fields (`Id`, `CreatedDate` and so on) come first.
    public synchronized SObjectType add(ObjectDefinition added) {
        String given = added.keyPrefix();
        String prefix = given == null ? "a0" + SalesforceId.digit(customObjects++) : given;
        List<FieldDefinition> fields = new ArrayList<>(SystemFields.of(added));
        fields.addAll(added.fields());
        SObjectType type = new SObjectType(
                new ObjectDefinition(
                        added.name(),
                        added.label(),
                        added.labelPlural(),
                        prefix,
                        added.internal(),
                        added.unbulkable(),
                        added.undeletable(),
                        added.abstractType(),
                        fields,
                        added.recordTypes()),
                prefix);
        byName.put(added.name().toLowerCase(Locale.ROOT), type);
        // ContentNote rows are ContentDocuments: the first object keeps a shared prefix.
        byPrefix.putIfAbsent(prefix, type);
        inOrder.add(type);
        return type;
    }

    /// All objects in definition order.
    public List<SObjectType> types() {
        return List.copyOf(inOrder);
    }

    /// The object of that name in any letter case.
    public Optional<SObjectType> type(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The object of that name, which must exist.
    public SObjectType require(String name) {
        return type(name).orElseThrow(() -> new IllegalArgumentException("The org has no object " + name));
    }

    /// The object that a record id belongs to, by its prefix.
    public Optional<SObjectType> ofId(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }
}
