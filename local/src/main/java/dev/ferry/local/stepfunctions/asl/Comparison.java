package dev.ferry.local.stepfunctions.asl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A comparison of the JSONPath query language, by type of value and relation.
///
/// @param byPath whether the other value is named by a path
public record Comparison(Kind kind, Relation relation, boolean byPath) {

    /// What is compared.
    public enum Kind {
        /// `StringEquals` and its like.
        STRING,
        /// `NumericEquals` and its like.
        NUMERIC,
        /// `BooleanEquals`.
        BOOLEAN,
        /// `TimestampEquals` and its like.
        TIMESTAMP,
        /// `IsPresent`, `IsNull` and the tests of type.
        IS
    }

    /// How it is compared.
    public enum Relation {
        /// Equal.
        EQUALS,
        /// Less.
        LESSTHAN,
        /// Less or equal.
        LESSTHANEQUALS,
        /// Greater.
        GREATERTHAN,
        /// Greater or equal.
        GREATERTHANEQUALS,
        /// Text with `*` for anything.
        MATCHES,
        /// Whether there is such a value.
        PRESENT,
        /// Whether it is null.
        NULL,
        /// Whether it is a text.
        STRING,
        /// Whether it is a number.
        NUMERIC,
        /// Whether it is true or false.
        BOOLEAN,
        /// Whether it is a timestamp.
        TIMESTAMP
    }

    /// The comparison of that name; empty when there is none.
    public static Optional<Comparison> named(String operator) {
        boolean byPath = operator.endsWith("Path");
        var name = (byPath ? operator.substring(0, operator.length() - 4) : operator).toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> name.startsWith(kind.name()))
                .flatMap(kind -> Arrays.stream(Relation.values())
                        .filter(relation -> name.equals(kind.name() + relation.name()))
                        .filter(relation -> fits(kind, relation, byPath))
                        .map(relation -> new Comparison(kind, relation, byPath)))
                .findFirst();
    }

    private static boolean fits(Kind kind, Relation relation, boolean byPath) {
        return switch (kind) {
            case IS -> relation.ordinal() >= Relation.PRESENT.ordinal() && !byPath;
            case BOOLEAN -> relation == Relation.EQUALS;
            case STRING -> relation.ordinal() < Relation.MATCHES.ordinal() || (relation == Relation.MATCHES && !byPath);
            case NUMERIC, TIMESTAMP -> relation.ordinal() < Relation.MATCHES.ordinal();
        };
    }
}
