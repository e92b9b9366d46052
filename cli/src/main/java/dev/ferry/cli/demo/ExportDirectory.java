package dev.ferry.cli.demo;

import dev.ferry.cli.UsageProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// An export on disk, with what its operator wrote beside it.
///
/// *Shape*: `batch/` (the feeds), the other channels of [ExportChannels], `crosswalk/` (identity files),
/// `inventory/configuration.yaml` (`company`, `csatScales`), `owners.csv`; all but `batch/` may be missing.
public record ExportDirectory(Path root) {
    public ExportDirectory {
        root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new UsageProblem("export directory not found", root.toString(), "check the path given to --export");
        }
        if (!Files.isDirectory(root.resolve("batch"))) {
            throw new UsageProblem(
                    "no batch feeds", root.resolve("batch").toString(), "name the directory that holds `batch/`");
        }
        if (!hasDirectories(root.resolve("batch"))) {
            throw new UsageProblem(
                    "no feed in the export",
                    root.resolve("batch").toString(),
                    "put the feeds there, each in a directory of its name");
        }
    }

    private static boolean hasDirectories(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(Files::isDirectory);
        } catch (IOException e) {
            throw new UsageProblem(
                    "export directory cannot be read", directory.toString(), "grant read access to it", e);
        }
    }

    /// The channels of the tenant.
    public ExportChannels channels() {
        return new ExportChannels(root);
    }

    /// The crosswalk of agents.
    public Path agents() {
        return root.resolve("crosswalk").resolve("agents.csv");
    }

    /// The prepared answer of the owner gate.
    public Path owners() {
        return root.resolve("owners.csv");
    }

    /// What the operator wrote down.
    public Inventory inventory() {
        Path file = root.resolve("inventory").resolve("configuration.yaml");
        if (!Files.isRegularFile(file)) {
            return new Inventory("", Map.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            Object document =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromInputStream(in);
            return document instanceof Map<?, ?> map ? inventory(map) : new Inventory("", Map.of());
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> " line " + (mark.getLine() + 1))
                    .orElse("");
            throw new UsageProblem("unreadable YAML: " + e.getProblem(), file + line, "correct the line", e);
        } catch (IOException | YamlEngineException e) {
            throw new UsageProblem("unreadable YAML", file.toString(), "check that it is UTF-8 text in YAML", e);
        }
    }

    private static Inventory inventory(Map<?, ?> document) {
        Map<String, String> scales = new TreeMap<>();
        if (document.get("csatScales") instanceof Iterable<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> scale) {
                    scales.put(String.valueOf(scale.get("subsidiaryName")), String.valueOf(scale.get("scale")));
                }
            }
        }
        Object company = document.get("company");
        return new Inventory(company == null ? "" : company.toString(), scales);
    }

    /// What cannot be read from the feeds.
    ///
    /// @param company the tenant's name as it stands in the export; empty when nobody wrote it down
    /// @param csatScales by name of the subsidiary
    public record Inventory(String company, Map<String, String> csatScales) {
        public Inventory {
            csatScales = Collections.unmodifiableMap(new TreeMap<>(csatScales));
        }
    }
}
