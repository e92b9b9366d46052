package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.store.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A condition compiled against an object, to be asked for each row.
final class Filter {
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private final RowReader reader;
    private final SObjectType type;
    private final Function<Query, List<@Nullable Object>> subSelect;

    Filter(RowReader reader, SObjectType type, Function<Query, List<@Nullable Object>> subSelect) {
        this.reader = reader;
        this.type = type;
        this.subSelect = subSelect;
    }

    Predicate<Row> compile(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                parts.stream().map(this::compile).reduce(Predicate::and).orElseThrow();
            case Condition.Or(List<Condition> parts) ->
                parts.stream().map(this::compile).reduce(Predicate::or).orElseThrow();
            case Condition.Not(Condition part) -> compile(part).negate();
            case Condition.Compare(Term term, String operator, Operand operand) ->
                compare(term(term), operator, operand);
            case Condition.In(Term term, boolean negated, List<Operand> operands) -> {
                TermReader compiled = term(term);
                List<@Nullable Object> values = new ArrayList<>();
                operands.forEach(operand -> values.add(plain(operand, compiled)));
                yield among(compiled, negated, values);
            }
            case Condition.InSelect(Term term, boolean negated, Query select) ->
                among(term(term), negated, subSelect.apply(select));
            case Condition.Includes(Term term, boolean negated, List<Operand> operands) ->
                includes(term(term), negated, operands);
        };
    }

    private TermReader term(Term term) {
        TermReader compiled = TermReader.of(reader, type, term);
        boolean longText = compiled.path().field().type() == FieldType.TEXTAREA
                && compiled.path().field().length() > 255;
        if (longText || compiled.path().field().type() == FieldType.BASE64) {
            throw new SoqlException("INVALID_FIELD", "field '" + term.path() + "' can not be filtered in a query call");
        }
        return compiled;
    }

    private Predicate<Row> compare(TermReader term, String operator, Operand operand) {
        if (operand instanceof Operand.Span(String literal)) {
            return span(term, operator, Spans.of(literal, reader.today()));
        }
        @Nullable Object wanted = plain(operand, term);
        if (operator.equals("LIKE")) {
            Pattern like = like(String.valueOf(wanted));
            return row -> term.value(row) instanceof Object value
                    && like.matcher(value.toString()).matches();
        }
        return row -> {
            @Nullable Object value = term.value(row);
            return switch (operator) {
                case "=" -> same(value, wanted, term.exact());
                case "!=" -> !same(value, wanted, term.exact());
                default -> value != null && wanted != null && ordered(Comparing.compare(value, wanted), operator);
            };
        };
    }

    private static boolean ordered(int order, String operator) {
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    private Predicate<Row> span(TermReader term, String operator, Spans span) {
        Object from = term.day(span.from());
        Object to = term.day(span.to());
        return row -> {
            Object value = term.value(row);
            if (value == null) {
                return operator.equals("!=");
            }
            boolean before = Comparing.compare(value, from) < 0;
            boolean after = Comparing.compare(value, to) >= 0;
            return switch (operator) {
                case "=" -> !before && !after;
                case "!=" -> before || after;
                case "<" -> before;
                case ">" -> after;
                case "<=" -> !after;
                default -> !before;
            };
        };
    }

    private static Predicate<Row> among(TermReader term, boolean negated, List<@Nullable Object> wanted) {
        Set<@Nullable Object> set = new HashSet<>();
        wanted.forEach(value -> set.add(Comparing.key(value, term.exact())));
        return row -> set.contains(Comparing.key(term.value(row), term.exact())) != negated;
    }

    private Predicate<Row> includes(TermReader term, boolean negated, List<Operand> operands) {
        List<List<String>> wanted = operands.stream()
                .map(o -> List.of(SEMICOLON.split(String.valueOf(plain(o, term)))))
                .toList();
        return row -> {
            Object value = term.value(row);
            List<String> held = value == null ? List.of() : Arrays.asList(SEMICOLON.split(value.toString()));
            return wanted.stream().anyMatch(held::containsAll) != negated;
        };
    }

    private static boolean same(@Nullable Object value, @Nullable Object wanted, boolean exact) {
        if (value == null || wanted == null) {
            return value == wanted;
        }
        if (value instanceof String a && wanted instanceof String b) {
            return exact ? a.equals(b) : a.equalsIgnoreCase(b);
        }
        return Comparing.compare(value, wanted) == 0;
    }

    /// The operand as a value of the term's type.
    private static @Nullable Object plain(Operand operand, TermReader term) {
        FieldType type = term.path().field().type();
        return switch (operand) {
            case Operand.Nothing() -> null;
            case Operand.Text(String text) -> {
                if (type == FieldType.ID || type == FieldType.REFERENCE) {
                    yield SalesforceId.canonical(text).orElse(text);
                }
                if (type.numeric() || type == FieldType.DATE || type == FieldType.DATETIME) {
                    throw new SoqlException(
                            "INVALID_FIELD",
                            "value of filter criterion for field '"
                                    + term.path().field().name() + "' must be of type " + type.apiName()
                                    + " and should not be enclosed in quotes");
                }
                yield type == FieldType.BOOLEAN ? (Object) Boolean.valueOf(text.toLowerCase(Locale.ROOT)) : text;
            }
            case Operand.Number(double number) -> number;
            case Operand.Flag(boolean flag) -> flag;
            case Operand.Day(java.time.LocalDate day) -> term.day(day);
            case Operand.Moment(java.time.Instant moment) -> moment.toEpochMilli();
            case Operand.Span(String literal) -> throw SoqlException.malformed("unexpected token: '" + literal + "'");
        };
    }

    private static Pattern like(String wanted) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == '\\' && i + 1 < wanted.length()) {
                regex.append(Pattern.quote(String.valueOf(wanted.charAt(++i))));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
