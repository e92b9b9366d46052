package dev.ferry.intercom.target;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.target.ObjectName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields that the phases of a mapping fill, by object.
record MappedFields(TargetSchema schema, List<CompiledPhase> phases) {
    MappedFields {
        phases = List.copyOf(phases);
    }

    SortedMap<String, TargetField> of(ObjectName object) {
        SortedMap<String, TargetField> mapped = new TreeMap<>();
        schema.object(object)
                .map(TargetObject::fields)
                .ifPresent(fields -> phases.stream()
                        .filter(phase -> phase.object().equals(object))
                        .flatMap(phase -> phase.fields().stream())
                        .forEach(name -> {
                            TargetField field = fields.get(name);
                            if (field != null) {
                                mapped.put(name, field);
                            }
                        }));
        return mapped;
    }
}
