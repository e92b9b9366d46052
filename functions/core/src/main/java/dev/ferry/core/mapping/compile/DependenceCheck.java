package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.convert.DependentValues;
import dev.ferry.core.mapping.convert.FieldPlan;
import dev.ferry.core.mapping.convert.Policy.Remedy;
import dev.ferry.core.mapping.convert.ValuePlan;
import dev.ferry.core.mapping.schema.PicklistValue;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.target.FieldValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks dependent picklists against the values that the mapping can produce.
record DependenceCheck(Place place, TargetObject object, List<FieldPlan> plans) {

    /// The pairs to check for every record; problems are reported for values that no record could have.
    List<DependentValues> compile() {
        List<DependentValues> dependents = new ArrayList<>();
        for (FieldPlan plan : plans) {
            TargetField field = object.fields().get(plan.field());
            if (field != null && !field.controller().isEmpty()) {
                Map<String, Set<String>> allowed = field.values().stream()
                        .collect(Collectors.toMap(PicklistValue::value, value -> Set.copyOf(value.validFor())));
                dependents.add(new DependentValues(field.name(), field.controller(), allowed));
                check(plan, field.controller(), allowed);
            }
        }
        return List.copyOf(dependents);
    }

    private void check(FieldPlan plan, String controller, Map<String, Set<String>> allowed) {
        Optional<FieldPlan> controlling =
                plans.stream().filter(other -> other.field().equals(controller)).findFirst();
        if (controlling.isEmpty()) {
            place.report(plan.field(), "it depends on " + controller + ", which the phase does not fill", "add it");
            return;
        }
        Set<String> possible = outcomes(controlling.get());
        outcomes(plan).stream()
                .filter(value -> !possible.isEmpty() && allowed.containsKey(value))
                .filter(value -> allowed.getOrDefault(value, Set.of()).stream().noneMatch(possible::contains))
                .sorted()
                .forEach(value ->
                        place.report(plan.field(), value + " goes with no value that " + controller + " can have", ""));
    }

    /// What a plan can produce; empty when that depends on the data.
    private static Set<String> outcomes(FieldPlan plan) {
        return switch (plan) {
            case FieldPlan.Fixed(String field, FieldValue value) -> Set.of(text(value));
            case ValuePlan value
            when !value.table().isEmpty() && value.policy().unmapped() != Remedy.KEEP -> {
                Set<String> texts = new HashSet<>();
                value.table().values().forEach(it -> texts.add(text(it)));
                if (value.fallback() != null) {
                    texts.add(text(value.fallback()));
                }
                yield texts;
            }
            case ValuePlan value -> Set.of();
            case FieldPlan.Link link -> Set.of();
            case FieldPlan.Owner owner -> Set.of();
        };
    }

    private static String text(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> text.value();
            case FieldValue.Flag flag -> Boolean.toString(flag.value());
            case FieldValue.Numeric numeric -> numeric.value().toPlainString();
            case FieldValue.Day day -> day.value().toString();
            case FieldValue.Moment moment -> moment.value().toString();
            case FieldValue.Reference reference -> reference.key().value();
            case FieldValue.TargetId id -> id.value();
        };
    }
}
