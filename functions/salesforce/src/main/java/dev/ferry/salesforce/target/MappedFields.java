package dev.ferry.salesforce.target;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.target.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The fields of each object that some phase of a mapping gives, as they are described.
///
/// *Threading*: safe for concurrent use.
final class MappedFields {
    private final TargetSchema schema;
    private final List<CompiledPhase> phases;
    private final Map<ObjectName, SortedMap<String, TargetField>> objects = new ConcurrentHashMap<>();

    MappedFields(TargetSchema schema, List<CompiledPhase> phases) {
        this.schema = schema;
        this.phases = List.copyOf(phases);
    }

    /// The fields of an object by name.
    SortedMap<String, TargetField> of(ObjectName object) {
        return objects.computeIfAbsent(object, this::described);
    }

    /// Whether a field holds an e-mail address, which Salesforce keeps in lower case.
    boolean isEmail(ObjectName object, String field) {
        TargetField described = of(object).get(field);
        return described != null && described.type() == FieldType.EMAIL;
    }

    private SortedMap<String, TargetField> described(ObjectName object) {
        SortedMap<String, TargetField> given =
                new TreeMap<>(schema.object(object).map(TargetObject::fields).orElseGet(Collections::emptySortedMap));
        given.keySet().retainAll(fields(object));
        return Collections.unmodifiableSortedMap(given);
    }

    private List<String> fields(ObjectName object) {
        return phases.stream()
                .filter(phase -> phase.object().equals(object))
                .flatMap(phase -> phase.fields().stream())
                .distinct()
                .toList();
    }
}
