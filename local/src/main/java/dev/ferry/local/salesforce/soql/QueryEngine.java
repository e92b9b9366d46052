package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs queries.
///
/// *Threading*: safe for concurrent use; a result is a snapshot that later writes do not change.
public final class QueryEngine {
    private final OrgStore store;
    private final OrgState org;
    private final RowReader reader;

    public QueryEngine(OrgStore store, OrgState org) {
        this.store = store;
        this.org = org;
        this.reader = new RowReader(store, org);
    }

    /// The reader of field values that results are shown with.
    public RowReader reader() {
        return reader;
    }

    /// Runs a query. *Errors*: [SoqlException].
    ///
    /// @param all whether binned and archived records take part, as in queryAll
    public QueryResult run(Query query, boolean all) {
        return store.read(() -> result(query, all));
    }

    /// Compiles a condition for rows of an object. *Errors*: [SoqlException].
    public Predicate<Row> condition(SObjectType type, Condition condition) {
        return new Filter(reader, type, q -> subSelect(q, false)).compile(condition);
    }

    private QueryResult result(Query query, boolean all) {
        SObjectType type = type(query.object());
        ContentLinkFilter.check(org, type, query);
        Stream<Row> found = candidates(type, query.where()).filter(all ? row -> true : current(type));
        if (query.where() != null) {
            found = found.filter(new Filter(reader, type, q -> subSelect(q, all)).compile(query.where()));
        }
        if (query.countOnly()) {
            return new QueryResult.Count((int) found.count());
        }
        if (query.aggregates()) {
            return new Grouping(reader, type, query).group(found.toList());
        }
        List<Path> columns = columns(type, query);
        return new QueryResult.Rows(type, columns.stream().map(Column::new).toList(), page(query, type, found));
    }

    private List<Row> page(Query query, SObjectType type, Stream<Row> found) {
        Stream<Row> sorted = found;
        if (!query.orderBy().isEmpty()) {
            sorted = sorted.sorted(order(query, type));
        }
        sorted = sorted.skip(query.offset());
        return (query.limit() < 0 ? sorted : sorted.limit(query.limit())).toList();
    }

    private Predicate<Row> current(SObjectType type) {
        return type.name().equals("Task") ? row -> row.live() && !reader.archived(type, row) : Row::live;
    }

    private Comparator<Row> order(Query query, SObjectType type) {
        Comparator<Row> order = (_, _) -> 0;
        for (Query.Order key : query.orderBy()) {
            TermReader term = TermReader.of(reader, type, key.term());
            Comparator<@Nullable Object> values = Comparing.order(key.descending(), key.nullsLast());
            order = order.thenComparing((a, b) -> values.compare(term.value(a), term.value(b)));
        }
        return order;
    }

    private List<@Nullable Object> subSelect(Query query, boolean all) {
        if (!(result(query, all) instanceof QueryResult.Rows rows)
                || rows.columns().size() != 1) {
            throw SoqlException.malformed("a sub-select has exactly one field");
        }
        List<@Nullable Object> values = new ArrayList<>();
        rows.rows().forEach(row -> values.add(rows.columns().getFirst().value(reader, row)));
        return values;
    }

    private SObjectType type(String name) {
        return store.schema()
                .type(name)
                .orElseThrow(() -> new SoqlException(
                        "INVALID_TYPE",
                        "sObject type '" + name + "' is not supported. If you are attempting to use a custom object, be"
                                + " sure to append the '__c' after the entity name."));
    }

    private List<Path> columns(SObjectType type, Query query) {
        List<Path> columns = new ArrayList<>();
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Value(Term term, String alias) -> {
                    if (term.function() != null || alias != null) {
                        throw SoqlException.malformed("only aggregate queries have functions and aliases");
                    }
                    columns.add(Path.resolve(store.schema(), type, term.path()));
                }
                case SelectItem.FieldSet(String which) -> columns.addAll(fieldSet(type, which, query.limit()));
                case SelectItem.Aggregate(String function, String path, String alias) ->
                    throw SoqlException.malformed("unexpected aggregate " + function);
            }
        }
        return List.copyOf(columns);
    }

    private List<Path> fieldSet(SObjectType type, String which, int limit) {
        if (!which.equals("STANDARD") && (limit < 0 || limit > 200)) {
            throw SoqlException.malformed(
                    "The SOQL FIELDS function must have a LIMIT of at most 200 with FIELDS(" + which + ")");
        }
        Predicate<Field> wanted = switch (which) {
            case "ALL" -> field -> true;
            case "STANDARD" -> field -> !field.custom();
            case "CUSTOM" -> Field::custom;
            default -> throw SoqlException.malformed("unknown field set " + which);
        };
        return type.fields().stream()
                .filter(type::isVisible)
                .filter(wanted)
                .map(field -> Path.resolve(store.schema(), type, field.name()))
                .toList();
    }

    private Stream<Row> candidates(SObjectType type, @Nullable Condition where) {
        Table table = store.table(type);
        if (where != null) {
            List<Row> indexed = IndexChoice.candidates(table, where).orElse(null);
            if (indexed != null) {
                return indexed.stream();
            }
        }
        return IntStream.rangeClosed(1, table.highest())
                .<@Nullable Row>mapToObj(table::at)
                .filter(java.util.Objects::nonNull);
    }
}
