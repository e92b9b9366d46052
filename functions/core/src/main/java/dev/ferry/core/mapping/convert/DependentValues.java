package dev.ferry.core.mapping.convert;

import dev.ferry.core.target.FieldValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pairs that a dependent picklist allows. Targets do not all check them on load, so the mapping does.
///
/// @param allowed for each value, the controlling values that it goes with
public record DependentValues(String field, String controller, Map<String, Set<String>> allowed) {
    public DependentValues {
        allowed = Map.copyOf(allowed);
    }

    /// A rejection when the draft has a pair that is not allowed.
    public @Nullable Rejection check(RecordDraft draft) {
        String value = text(draft.get(field));
        Set<String> controlling = value == null ? null : allowed.get(value);
        if (controlling == null || controlling.contains(String.valueOf(text(draft.get(controller))))) {
            return null;
        }
        return new Rejection(
                field, "a value that does not go with the value of " + controller, "correct the value table");
    }

    private static @Nullable String text(@Nullable FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> text.value();
            case FieldValue.Flag flag -> Boolean.toString(flag.value());
            case null, default -> null;
        };
    }
}
