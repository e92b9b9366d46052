package dev.ferry.core.plan;

import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.target.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What of a target's description a plan depends on: the fields that the mapping fills, and those that a new record
/// cannot do without. A field that somebody adds beside them changes nothing.
///
/// @param fields the description of each field, by `object.field`
public record SchemaDrift(SortedMap<String, String> fields) {
    public SchemaDrift {
        fields = new TreeMap<>(fields);
    }

    /// What these phases depend on.
    public static SchemaDrift of(TargetSchema schema, List<CompiledPhase> phases) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (CompiledPhase phase : phases) {
            schema.object(phase.object()).ifPresent(object -> add(object, phase, fields));
        }
        return new SchemaDrift(fields);
    }

    private static void add(TargetObject object, CompiledPhase phase, SortedMap<String, String> fields) {
        ObjectName name = object.name();
        object.fields().forEach((field, described) -> {
            if (described.required() || phase.fields().contains(field)) {
                fields.put(name + "." + field, described.toString());
            }
        });
        fields.put(name + " record types", object.recordTypes().toString());
    }

    /// SHA-256 in hexadecimal.
    public String hash() {
        StringBuilder lines = new StringBuilder();
        fields.forEach(
                (name, line) -> lines.append(name).append('=').append(line).append('\n'));
        return BodyHash.of(lines.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// The fields that are described otherwise now, or by one of both alone.
    public List<String> since(SchemaDrift before) {
        TreeSet<String> changed = new TreeSet<>(fields.keySet());
        changed.addAll(before.fields.keySet());
        changed.removeIf(name -> fields.containsKey(name)
                && before.fields.containsKey(name)
                && fields.get(name).equals(before.fields.get(name)));
        return List.copyOf(changed);
    }
}
