package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Records that the org had before Ferry came: found by what tells them, and read as they stand.
///
/// Salesforce compares texts without regard to case, so they are joined that way. A checkbox is never empty, so it
/// is never filled.
final class StandingRecords {
    private final SalesforceClient client;
    private final MappedFields mapped;
    private final ComparableForm form;

    StandingRecords(SalesforceClient client, MappedFields mapped, ComparableForm form) {
        this.client = client;
        this.mapped = mapped;
        this.form = form;
    }

    Map<CanonicalId, List<ExistingRecord>> matching(
            ObjectName object, List<String> on, Map<CanonicalId, SortedMap<String, FieldValue>> records) {
        Map<CanonicalId, List<ExistingRecord>> found = new HashMap<>();
        for (String field : on) {
            Map<String, Set<CanonicalId>> wanted = new HashMap<>();
            records.forEach((key, fields) -> {
                if (!found.containsKey(key) && fields.get(field) instanceof FieldValue.Text(String value)) {
                    wanted.computeIfAbsent(folded(value), _ -> new LinkedHashSet<>())
                            .add(key);
                }
            });
            String unlinked = " AND " + SalesforceTargetSettings.KEY_FIELD + " = null";
            rows(object, Soql.inChunks(field, new TreeSet<>(wanted.keySet())), unlinked)
                    .forEach(row -> wanted.getOrDefault(folded(text(row.path(field))), Set.of())
                            .forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>())
                                    .add(existing(object, row))));
        }
        return found;
    }

    Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        Map<String, CanonicalId> keys = new HashMap<>();
        ids.forEach((key, id) -> keys.put(id, key));
        Map<CanonicalId, ExistingRecord> found = new HashMap<>();
        rows(object, Soql.inChunks("Id", new TreeSet<>(keys.keySet())), "").forEach(row -> {
            ExistingRecord record = existing(object, row);
            CanonicalId key = keys.get(record.targetId());
            if (key != null) {
                found.put(key, record);
            }
        });
        return found;
    }

    private List<ObjectNode> rows(ObjectName object, Collection<String> conditions, String further) {
        SortedSet<String> columns = new TreeSet<>(mapped.of(object).keySet());
        columns.add("Id");
        columns.add(SalesforceTargetSettings.KEY_FIELD);
        List<ObjectNode> rows = new ArrayList<>();
        for (String condition : conditions) {
            String soql = "SELECT " + String.join(", ", columns) + " FROM " + Soql.field(object.value()) + " WHERE "
                    + condition + further;
            Refusals.translated(() -> {
                client.queries().query(soql).forEachRemaining(rows::add);
                return rows;
            });
        }
        return rows;
    }

    private ExistingRecord existing(ObjectName object, ObjectNode row) {
        SortedMap<String, TargetField> fields = mapped.of(object);
        SortedSet<String> fillable = new TreeSet<>();
        fields.forEach((name, field) -> {
            if (text(row.path(name)).isEmpty()
                    && field.updateable()
                    && ObjectRules.changeable(object, name)
                    && field.type() != FieldType.BOOLEAN) {
                fillable.add(name);
            }
        });
        List<TargetField> compared = fields.values().stream()
                .filter(field -> ObjectRules.comparable(object, field.name()))
                .toList();
        return new ExistingRecord(
                row.path("Id").asText(),
                form.of(object, AnsweredFields.of(compared, name -> text(row.path(name)))),
                fillable);
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
