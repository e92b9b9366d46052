package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What an export says of itself: the columns of each feed by its schema file.
///
/// *Shape* of the file: YAML, `schemas[].tables[].{name, columns[].name}`; it lies at the root of the feeds.
///
/// @param columns by feed; a feed that is not in it is not described
public record SchemaFile(SortedMap<String, SortedSet<String>> columns) {
    /// The file's name.
    public static final String NAME = "export_docs.yaml";

    /// An export that does not describe itself.
    public static final SchemaFile NONE = new SchemaFile(Collections.emptySortedMap());

    /// More than the description of all feeds of ASAPP takes. *Units*: code points
    private static final int LIMIT = 64 * 1024 * 1024;

    public SchemaFile {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /// The description that a file holds.
    ///
    /// *Errors*: `SOURCE_UNREADABLE` when it is not YAML.
    public static SchemaFile read(String key, InputStream in) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(key).setCodePointLimit(LIMIT).build();
        try {
            SortedMap<String, SortedSet<String>> columns = new TreeMap<>();
            for (Object schema : list(new Load(settings).loadFromInputStream(in), "schemas")) {
                for (Object table : list(schema, "tables")) {
                    name(table)
                            .ifPresent(feed -> columns.computeIfAbsent(feed, _ -> new TreeSet<>())
                                    .addAll(names(table)));
                }
            }
            return new SchemaFile(columns);
        } catch (YamlEngineException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "the schema file " + key + " is not YAML", e);
        }
    }

    /// How a column departs from what the feed is described and known to have; nothing when it does not.
    Optional<ColumnDrift> drift(String feed, String column, boolean known) {
        SortedSet<String> described = columns.get(feed);
        if (described == null || described.contains(column)) {
            return known ? Optional.empty() : Optional.of(ColumnDrift.NOT_IN_CATALOGUE);
        }
        return Optional.of(known ? ColumnDrift.NOT_IN_SCHEMA_FILE : ColumnDrift.NOT_IN_EITHER);
    }

    private static List<String> names(Object table) {
        return list(table, "columns").stream()
                .flatMap(column -> name(column).stream())
                .toList();
    }

    private static Optional<String> name(Object entry) {
        return entry instanceof Map<?, ?> map
                ? Optional.ofNullable(map.get("name")).map(String::valueOf)
                : Optional.empty();
    }

    private static List<?> list(Object node, String name) {
        return node instanceof Map<?, ?> map && map.get(name) instanceof List<?> values ? values : List.of();
    }
}
