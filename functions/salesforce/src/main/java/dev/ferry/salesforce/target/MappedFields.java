package dev.ferry.salesforce.target;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.target.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The fields of an object that some phase of a mapping gives.
final class MappedFields {
    private MappedFields() {}

    static List<TargetField> of(ObjectName object, TargetSchema schema, List<CompiledPhase> phases) {
        TreeSet<String> names = new TreeSet<>();
        phases.stream().filter(phase -> phase.object().equals(object)).forEach(phase -> names.addAll(phase.fields()));
        Optional<TargetObject> described = schema.object(object);
        return names.stream()
                .flatMap(name -> described.map(it -> it.fields().get(name)).stream())
                .toList();
    }
}
