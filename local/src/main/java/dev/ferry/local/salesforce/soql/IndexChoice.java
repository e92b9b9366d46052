package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the fewest rows that can satisfy a condition, when one of its parts names a record or an indexed field.
final class IndexChoice {
    private IndexChoice() {}

    static Optional<List<Row>> candidates(Table table, Condition where) {
        return switch (where) {
            case Condition.And(List<Condition> parts) ->
                parts.stream()
                        .map(part -> candidates(table, part))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingInt(List::size));
            case Condition.Compare(Term term, String operator, Operand operand) ->
                operator.equals("=") ? rows(table, term, List.of(operand)) : Optional.empty();
            case Condition.In(Term term, boolean negated, List<Operand> operands) ->
                negated ? Optional.empty() : rows(table, term, operands);
            case Condition.Or or -> Optional.empty();
            case Condition.Not not -> Optional.empty();
            case Condition.InSelect in -> Optional.empty();
            case Condition.Includes includes -> Optional.empty();
        };
    }

    private static Optional<List<Row>> rows(Table table, Term term, List<Operand> operands) {
        Field field = term.function() == null ? table.type().field(term.path()).orElse(null) : null;
        boolean id = field != null && field.type() == FieldType.ID;
        if (field == null || !(id || field.indexed())) {
            return Optional.empty();
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (!(operand instanceof Operand.Text(String text))) {
                return Optional.empty();
            }
            boolean reference = id || field.type() == FieldType.REFERENCE;
            wanted.add(reference ? SalesforceId.canonical(text).orElse(text) : text);
        }
        // Text that differs in case only meets in one index entry: rows are kept once.
        Set<String> found = new HashSet<>();
        List<Row> inOrder = new ArrayList<>();
        for (String value : wanted) {
            List<Row> rows = id ? table.find(value).map(List::of).orElse(List.of()) : table.find(field, value);
            rows.forEach(row -> {
                if (found.add(row.id())) {
                    inOrder.add(row);
                }
            });
        }
        return Optional.of(List.copyOf(inOrder));
    }
}
