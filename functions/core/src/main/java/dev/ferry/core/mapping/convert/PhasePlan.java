package dev.ferry.core.mapping.convert;

import dev.ferry.core.json.Selection;
import dev.ferry.core.target.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a phase does to a record, resolved.
///
/// @param title what people call it
/// @param forEach the list whose items become records; null when the record itself does
/// @param select what an item must be to be of this phase at all
/// @param where what an item of this phase must be to become a record
/// @param lockGroup null when the key is its own group
public record PhasePlan(
        ObjectName object,
        String title,
        @Nullable SourcePath forEach,
        List<Condition> select,
        List<Condition> where,
        SourcePath key,
        @Nullable SourcePath lockGroup,
        List<FieldPlan> fields,
        List<DependentValues> dependents) {
    public PhasePlan {
        select = List.copyOf(select);
        where = List.copyOf(where);
        fields = List.copyOf(fields);
        dependents = List.copyOf(dependents);
    }

    /// The fields that are filled alike in all records that are made of one canonical record: they read nothing of
    /// its items, and no other field fills them too.
    public List<FieldPlan> shared() {
        Set<String> beside = new HashSet<>();
        fields.forEach(field -> field.fills().stream()
                .filter(name -> !name.equals(field.field()))
                .forEach(beside::add));
        return fields.stream()
                .filter(field -> PhaseReads.of(field).item().equals(Selection.NOTHING))
                .filter(field -> !beside.contains(field.field()))
                .toList();
    }

    /// What it reads of canonical records, beside their ids.
    public Selection reads() {
        return PhaseReads.of(this);
    }
}
