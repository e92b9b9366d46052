package dev.ferry.asapp.fold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.asapp.configuration.SegmentQueryParser;
import dev.ferry.core.source.CannedResponse;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.ConfigurationItem;
import dev.ferry.core.source.CustomVocabulary;
import dev.ferry.core.source.RedactionEntity;
import dev.ferry.core.source.Segment;
import dev.ferry.core.source.StructuredDataField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes records of configured items. *Source*: reference, sections 2.5, 2.6 and 6.
final class ConfigurationFold {
    /// The feed of structured data fields.
    static final String FIELDS = "config_structured_data_fields";

    private static final String SEGMENTS = "config_segments";
    private static final String RESPONSES = "config_canned_responses";
    private static final String FOLDERS = "config_canned_folders";

    private final RowTable rows;
    private final Map<CanonicalId, FieldObservation> observed;
    private final ScopedFields scoped;
    private final Map<String, SourceRow> folders = new HashMap<>();

    ConfigurationFold(RowTable rows, Map<CanonicalId, FieldObservation> observed, ScopedFields scoped) {
        this.rows = rows;
        this.observed = observed;
        this.scoped = scoped;
        rows.rows(FOLDERS).forEach(row -> folders.put(idOf(row), row));
    }

    /// The record of an item; empty for one that is part of others, like a folder.
    Optional<ConfigurationItem> item(CanonicalId id, SourceRow row) {
        return switch (row.feed().name()) {
            case FIELDS -> Optional.of(field(id, row));
            case SEGMENTS -> Optional.of(segment(id, row));
            case "config_redaction_entities" -> Optional.of(redaction(id, row));
            case "config_custom_vocabularies" ->
                Optional.of(new CustomVocabulary(
                        id, idOf(row), row.text("phrase"), BracketedList.parse(row.text("soundsLike"))));
            case RESPONSES -> Optional.of(response(id, row));
            default -> Optional.empty();
        };
    }

    /// A field that the configuration does not have.
    StructuredDataField observedOnly(CanonicalId id, FieldObservation values) {
        return new StructuredDataField(
                id,
                values.fieldId(),
                values.name(),
                values.category() == null ? null : values.category().toUpperCase(Locale.ROOT),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                values.type(),
                values.values(),
                values.distinct(),
                values.choices(),
                scoped.scope(values.fieldId()));
    }

    private StructuredDataField field(CanonicalId id, SourceRow row) {
        FieldObservation values = observed.get(id);
        return new StructuredDataField(
                id,
                idOf(row),
                row.text("name"),
                row.text("categoryId"),
                type(row.text("type")),
                row.text("active") == null ? null : row.flag("active"),
                row.text("question.question"),
                row.text("entity.name"),
                row.text("entity.description"),
                BracketedList.parse(row.text("entity.examples")),
                segmentsOf(row),
                false,
                values == null ? null : values.type(),
                values == null ? 0 : values.values(),
                values == null ? 0 : values.distinct(),
                values == null ? List.of() : values.choices(),
                scoped.scope(idOf(row)));
    }

    private static StructuredDataField.@Nullable Type type(@Nullable String name) {
        return Arrays.stream(StructuredDataField.Type.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /// The segments of a field: as the field says, else as the segments say.
    private List<String> segmentsOf(SourceRow field) {
        if (field.text("segmentIds") != null) {
            return BracketedList.parse(field.text("segmentIds"));
        }
        List<String> segments = new ArrayList<>();
        rows.rows(SEGMENTS).stream()
                .sorted((a, b) -> Long.compare(a.place().line(), b.place().line()))
                .filter(row ->
                        BracketedList.parse(row.text("structuredDataFieldIds")).contains(idOf(field)))
                .forEach(row -> segments.add(idOf(row)));
        return segments;
    }

    private static Segment segment(CanonicalId id, SourceRow row) {
        String raw = row.text("query.raw");
        return new Segment(
                id,
                idOf(row),
                row.text("name"),
                row.text("query.type"),
                raw,
                raw != null && SegmentQueryParser.parse(raw).isPresent(),
                BracketedList.parse(row.text("structuredDataFieldIds")));
    }

    private static RedactionEntity redaction(CanonicalId id, SourceRow row) {
        SortedMap<String, Boolean> policies = new TreeMap<>();
        for (Map.Entry<String, JsonNode> policy :
                NestedColumns.tree(row.text("policies")).properties()) {
            policies.put(policy.getKey(), policy.getValue().asBoolean());
        }
        return new RedactionEntity(id, idOf(row), row.text("description"), policies);
    }

    private CannedResponse response(CanonicalId id, SourceRow row) {
        LinkedList<String> path = new LinkedList<>();
        Set<String> seen = new HashSet<>();
        String folder = row.id("folderId");
        while (folder != null && seen.add(folder)) {
            SourceRow parent = folders.get(folder);
            String name = parent == null ? null : parent.text("name");
            if (name != null) {
                path.addFirst(name);
            }
            folder = parent == null ? null : parent.id("parentFolderId");
        }
        return new CannedResponse(id, idOf(row), row.text("title"), row.text("text"), path, row.id("agentId"));
    }

    private static String idOf(SourceRow row) {
        return Objects.requireNonNull(row.id("id"), "a staged item has an id");
    }
}
