package dev.ferry.local.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a query. *Errors*: [SoqlException] `MALFORMED_QUERY`.
public final class SoqlParser {
    private static final Set<String> AGGREGATES = Set.of("COUNT", "COUNT_DISTINCT", "MIN", "MAX", "SUM", "AVG");
    private static final Set<String> CLAUSES =
            Set.of("FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "OFFSET", "HAVING", "FOR", "WITH", "ALL", "USING");
    private final Tokens tokens;

    private SoqlParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Reads a whole query.
    public static Query parse(String soql) {
        SoqlParser parser = new SoqlParser(new Tokens(Lexer.tokens(soql)));
        Query query = parser.query();
        parser.tokens.expectEnd();
        return query;
    }

    /// Reads a condition alone, as it would stand after WHERE.
    public static Condition parseCondition(String condition) {
        Tokens tokens = new Tokens(Lexer.tokens(condition));
        Condition read = new ConditionParser(tokens).condition();
        tokens.expectEnd();
        return read;
    }

    static Query subSelect(Tokens tokens) {
        return new SoqlParser(tokens).query();
    }

    private Query query() {
        tokens.expect("SELECT");
        List<SelectItem> select = new ArrayList<>();
        do {
            select.add(selectItem());
        } while (tokens.take(","));
        tokens.expect("FROM");
        String object = tokens.word();
        alias();
        Condition where = tokens.take("WHERE") ? new ConditionParser(tokens).condition() : null;
        List<Term> groupBy = new ArrayList<>();
        if (tokens.take("GROUP")) {
            tokens.expect("BY");
            do {
                groupBy.add(term(tokens));
            } while (tokens.take(","));
        }
        List<Query.Order> orderBy = orderBy();
        int limit = tokens.take("LIMIT") ? tokens.count() : -1;
        int offset = tokens.take("OFFSET") ? tokens.count() : 0;
        return new Query(List.copyOf(select), object, where, List.copyOf(groupBy), orderBy, limit, offset);
    }

    private List<Query.Order> orderBy() {
        List<Query.Order> orderBy = new ArrayList<>();
        if (tokens.take("ORDER")) {
            tokens.expect("BY");
            do {
                Term term = term(tokens);
                boolean descending = tokens.take("DESC");
                if (!descending) {
                    tokens.take("ASC");
                }
                boolean nullsLast = false;
                if (tokens.take("NULLS")) {
                    nullsLast = tokens.take("LAST");
                    if (!nullsLast) {
                        tokens.expect("FIRST");
                    }
                }
                orderBy.add(new Query.Order(term, descending, nullsLast));
            } while (tokens.take(","));
        }
        return List.copyOf(orderBy);
    }

    private SelectItem selectItem() {
        if (tokens.take("(")) {
            throw SoqlException.malformed("child sub-selects are not covered by this simulator");
        }
        String name = tokens.word();
        if (!tokens.take("(")) {
            return new SelectItem.Value(Term.of(name), alias());
        }
        String function = name.toUpperCase(Locale.ROOT);
        if (function.equals("FIELDS")) {
            String which = tokens.word().toUpperCase(Locale.ROOT);
            tokens.expect(")");
            return new SelectItem.FieldSet(which);
        }
        if (AGGREGATES.contains(function)) {
            String path = null;
            if (!tokens.take(")")) {
                path = tokens.word();
                tokens.expect(")");
            }
            return new SelectItem.Aggregate(function, path, alias());
        }
        String path = tokens.word();
        tokens.expect(")");
        return new SelectItem.Value(new Term(function, path), alias());
    }

    private @Nullable String alias() {
        Token next = tokens.peek();
        boolean alias =
                next.kind() == Token.Kind.WORD && !CLAUSES.contains(next.text().toUpperCase(Locale.ROOT));
        return alias ? tokens.word() : null;
    }

    static Term term(Tokens tokens) {
        String name = tokens.word();
        if (!tokens.take("(")) {
            return Term.of(name);
        }
        String path = tokens.word();
        tokens.expect(")");
        return new Term(name.toUpperCase(Locale.ROOT), path);
    }
}
