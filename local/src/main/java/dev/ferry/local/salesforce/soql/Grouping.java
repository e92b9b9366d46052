package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers rows into groups and computes aggregates. Values without an alias are called `expr0`, `expr1` and so on.
final class Grouping {
    private final RowReader reader;
    private final SObjectType type;
    private final Query query;

    Grouping(RowReader reader, SObjectType type, Query query) {
        this.reader = reader;
        this.type = type;
        this.query = query;
    }

    QueryResult.Groups group(List<Row> rows) {
        List<TermReader> keys = query.groupBy().stream()
                .map(term -> TermReader.of(reader, type, term))
                .toList();
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            keys.forEach(term -> key.add(term.value(row)));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        if (keys.isEmpty() && groups.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        List<List<Row>> ordered = new ArrayList<>(groups.values());
        sort(ordered);
        var shown = ordered.stream().skip(query.offset());
        return new QueryResult.Groups((query.limit() < 0 ? shown : shown.limit(query.limit()))
                .map(this::show)
                .toList());
    }

    private void sort(List<List<Row>> groups) {
        for (Query.Order key : query.orderBy().reversed()) {
            TermReader term = TermReader.of(reader, type, key.term());
            Comparator<@Nullable Object> values = Comparing.order(key.descending(), key.nullsLast());
            groups.sort((a, b) -> values.compare(term.value(a.getFirst()), term.value(b.getFirst())));
        }
    }

    private Map<String, @Nullable Object> show(List<Row> group) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        int unnamed = 0;
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Value(Term term, String alias) -> {
                    if (!query.groupBy().contains(term) && !groupedIgnoringCase(term)) {
                        throw SoqlException.malformed("Field must be grouped or aggregated: " + term.path());
                    }
                    TermReader value = TermReader.of(reader, type, term);
                    String plain = value.path().names().getLast();
                    String name = alias != null ? alias : term.function() == null ? plain : "expr" + unnamed++;
                    shown.put(name, value.value(group.getFirst()));
                }
                case SelectItem.Aggregate(String function, String path, String alias) ->
                    shown.put(alias != null ? alias : "expr" + unnamed++, aggregate(function, path, group));
                case SelectItem.FieldSet(String which) ->
                    throw SoqlException.malformed("FIELDS(" + which + ") cannot be grouped");
            }
        }
        return shown;
    }

    private boolean groupedIgnoringCase(Term term) {
        return query.groupBy().stream()
                .anyMatch(g -> g.path().equalsIgnoreCase(term.path()) && Objects.equals(g.function(), term.function()));
    }

    private @Nullable Object aggregate(String function, @Nullable String path, List<Row> group) {
        if (path == null) {
            return group.size();
        }
        TermReader term = TermReader.of(reader, type, Term.of(path));
        List<Object> values = new ArrayList<>();
        for (Row row : group) {
            Object value = term.value(row);
            if (value != null) {
                values.add(value);
            }
        }
        return switch (function) {
            case "COUNT" -> values.size();
            case "COUNT_DISTINCT" -> distinct(values, term.exact());
            case "MIN" ->
                values.stream().min(Comparing::compare).map(v -> shown(v, term)).orElse(null);
            case "MAX" ->
                values.stream().max(Comparing::compare).map(v -> shown(v, term)).orElse(null);
            case "SUM" -> values.isEmpty() ? null : sum(values);
            default -> values.isEmpty() ? null : sum(values) / values.size();
        };
    }

    private static Object shown(Object value, TermReader term) {
        return term.path().field().type() == dev.ferry.local.salesforce.schema.FieldType.DATETIME
                        && value instanceof Long moment
                ? Moments.rest(moment)
                : value;
    }

    private static int distinct(List<Object> values, boolean exact) {
        Set<@Nullable Object> set = new HashSet<>();
        values.forEach(value -> set.add(Comparing.key(value, exact)));
        return set.size();
    }

    private static double sum(List<Object> values) {
        return values.stream()
                .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : 0)
                .sum();
    }
}
