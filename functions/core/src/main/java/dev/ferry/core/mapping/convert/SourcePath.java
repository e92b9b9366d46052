package dev.ferry.core.mapping.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A compiled path into canonical JSON.
///
/// *Shape*: `a.b`, `list[0].a`, `list[name=value].a`; a name applied to a list yields the list of the items'
/// values.
/// `$record` starts at the record, `$batch` is the batch marker, everything else starts at the item.
public record SourcePath(String text, Root root, List<Step> steps) {
    public SourcePath {
        steps = List.copyOf(steps);
    }

    /// Where a path starts.
    public enum Root {
        ITEM,
        RECORD,
        BATCH
    }

    /// One step down.
    public sealed interface Step {

        /// What the step finds; null when nothing.
        @Nullable
        Object from(Object value);

        /// A member of an object, or of every object in a list.
        record Member(String name) implements Step {
            public Member {
                name = name.intern();
            }

            @Override
            public @Nullable Object from(Object value) {
                if (value instanceof Map<?, ?> map) {
                    return map.get(name);
                }
                return value instanceof List<?> list ? each(list) : null;
            }

            private List<Object> each(List<?> list) {
                List<Object> found = new ArrayList<>(list.size());
                for (Object item : list) {
                    if (item instanceof Map<?, ?> map && map.get(name) instanceof Object present) {
                        found.add(present);
                    }
                }
                return found;
            }
        }

        /// The item of a list at a position, from 0.
        record Position(int index) implements Step {
            @Override
            public @Nullable Object from(Object value) {
                return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
            }
        }

        /// The first object of a list whose member has a value.
        record Match(String name, String wanted) implements Step {
            @Override
            public @Nullable Object from(Object value) {
                if (value instanceof List<?> list) {
                    for (Object item : list) {
                        if (item instanceof Map<?, ?> map && wanted.equals(String.valueOf(map.get(name)))) {
                            return item;
                        }
                    }
                }
                return null;
            }
        }
    }

    /// What stands there; null when nothing does. A blank text and an empty list count as nothing.
    public @Nullable Object read(ItemScope scope) {
        Object value = switch (root) {
            case ITEM -> scope.item();
            case RECORD -> scope.record();
            case BATCH -> scope.batch();
        };
        for (int i = 0; i < steps.size(); i++) {
            value = steps.get(i).from(value);
            if (value == null) {
                return null;
            }
        }
        return isNothing(value) ? null : value;
    }

    private static boolean isNothing(Object value) {
        return switch (value) {
            case String string -> string.isBlank();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    /// What stands there as an id; null when nothing or no text does.
    public @Nullable String readId(ItemScope scope) {
        Object value = read(scope);
        if (value instanceof Integer || value instanceof Long) {
            return String.valueOf(value);
        }
        return value instanceof String string ? string : null;
    }
}
