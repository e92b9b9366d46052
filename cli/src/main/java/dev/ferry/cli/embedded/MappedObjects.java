package dev.ferry.cli.embedded;

import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The objects of the target that a mapping writes, in the order of its phases.
final class MappedObjects {
    private MappedObjects() {}

    static List<String> of(Path mapping) {
        try (InputStream in = Files.newInputStream(mapping)) {
            Object document =
                    new Load(LoadSettings.builder().setLabel(mapping.toString()).build()).loadFromInputStream(in);
            return document instanceof Map<?, ?> map && map.get("phases") instanceof List<?> phases
                    ? phases.stream().flatMap(MappedObjects::object).distinct().toList()
                    : List.of();
        } catch (YamlEngineException unreadable) {
            // The check of the target says what is wrong with the mapping, and nothing is loaded with it.
            return List.of();
        } catch (IOException e) {
            throw new UsageProblem("mapping cannot be read", mapping.toString(), "check the installation", e);
        }
    }

    private static Stream<String> object(Object phase) {
        return phase instanceof Map<?, ?> map && map.get("object") instanceof String object
                ? Stream.of(object)
                : Stream.empty();
    }
}
