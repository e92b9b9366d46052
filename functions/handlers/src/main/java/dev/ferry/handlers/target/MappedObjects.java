package dev.ferry.handlers.target;

import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The object types that a mapping names, found before it can be compiled: compiling needs their descriptions.
final class MappedObjects {
    private MappedObjects() {}

    /// None for a text that is not YAML; the compiler says what is wrong with it.
    static List<ObjectName> of(String yaml) {
        Set<String> names = new TreeSet<>();
        try {
            collect(new Load(LoadSettings.builder().build()).loadFromString(yaml), names);
        } catch (YamlEngineException unreadable) {
            return List.of();
        }
        return names.stream().map(ObjectName::new).collect(Collectors.toUnmodifiableList());
    }

    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("object") instanceof String name && !name.isBlank()) {
                names.add(name);
            }
            map.values().forEach(value -> collect(value, names));
        } else if (node instanceof Collection<?> items) {
            items.forEach(item -> collect(item, names));
        }
    }
}
