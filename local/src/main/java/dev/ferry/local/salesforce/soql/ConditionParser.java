package dev.ferry.local.salesforce.soql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads conditions. AND and OR cannot be mixed without parentheses, as on the platform.
final class ConditionParser {
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", ">", "<=", ">=");
    private final Tokens tokens;

    ConditionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Condition condition() {
        Condition first = part();
        if (tokens.peek().is("AND")) {
            return new Condition.And(rest(first, "AND", "OR"));
        }
        if (tokens.peek().is("OR")) {
            return new Condition.Or(rest(first, "OR", "AND"));
        }
        return first;
    }

    private List<Condition> rest(Condition first, String joining, String other) {
        List<Condition> parts = new ArrayList<>(List.of(first));
        while (tokens.take(joining)) {
            parts.add(part());
        }
        if (tokens.peek().is(other)) {
            throw SoqlException.malformed("unexpected token: '" + other + "'");
        }
        return List.copyOf(parts);
    }

    private Condition part() {
        if (tokens.take("NOT")) {
            return new Condition.Not(part());
        }
        if (tokens.take("(")) {
            Condition inner = condition();
            tokens.expect(")");
            return inner;
        }
        Term term = SoqlParser.term(tokens);
        Token operator = tokens.next();
        String sign = operator.text().toUpperCase(Locale.ROOT);
        if (OPERATORS.contains(sign)) {
            return new Condition.Compare(term, sign.equals("<>") ? "!=" : sign, operand());
        }
        return switch (sign) {
            case "LIKE" -> new Condition.Compare(term, sign, operand());
            case "IN" -> among(term, false);
            case "NOT" -> {
                tokens.expect("IN");
                yield among(term, true);
            }
            case "INCLUDES" -> new Condition.Includes(term, false, operands());
            case "EXCLUDES" -> new Condition.Includes(term, true, operands());
            default -> throw SoqlException.malformed("unexpected token: '" + operator.text() + "'");
        };
    }

    private Condition among(Term term, boolean negated) {
        tokens.expect("(");
        if (tokens.peek().is("SELECT")) {
            Query select = SoqlParser.subSelect(tokens);
            tokens.expect(")");
            return new Condition.InSelect(term, negated, select);
        }
        return new Condition.In(term, negated, list());
    }

    private List<Operand> operands() {
        tokens.expect("(");
        return list();
    }

    private List<Operand> list() {
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.take(","));
        tokens.expect(")");
        return List.copyOf(operands);
    }

    private Operand operand() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case TEXT -> new Operand.Text(token.text());
            case NUMBER -> new Operand.Number(Double.parseDouble(token.text()));
            case DATE -> date(token.text());
            case WORD -> literal(token.text());
            case SIGN, END -> throw SoqlException.malformed("unexpected token: '" + token.text() + "'");
        };
    }

    private static Operand literal(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NULL" -> new Operand.Nothing();
            case "TRUE" -> new Operand.Flag(true);
            case "FALSE" -> new Operand.Flag(false);
            default -> new Operand.Span(word.toUpperCase(Locale.ROOT));
        };
    }

    private static Operand date(String text) {
        try {
            return text.indexOf('T') < 0
                    ? new Operand.Day(LocalDate.parse(text))
                    : new Operand.Moment(Moments.parse(text));
        } catch (DateTimeException e) {
            throw SoqlException.malformed("'" + text + "' is not a date");
        }
    }
}
