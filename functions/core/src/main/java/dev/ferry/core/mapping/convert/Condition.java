package dev.ferry.core.mapping.convert;

import java.util.Set;

/// One condition that an item must meet to become a record.
public sealed interface Condition {

    /// Whether it holds.
    Verdict test(ItemScope scope);

    /// Why an item is left out when it does not hold, for the report.
    String reason();

    /// The answer of a condition.
    enum Verdict {
        HOLDS,
        FAILS,
        UNREADABLE;

        static Verdict of(boolean holds) {
            return holds ? HOLDS : FAILS;
        }
    }

    /// The value is one of a few, or none of them.
    record OneOf(SourcePath path, Set<String> values, boolean expected, String reason) implements Condition {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public Verdict test(ItemScope scope) {
            Object value = path.read(scope);
            String text = value == null ? null : PlainText.scalar(value);
            return Verdict.of(expected == (text != null && values.contains(text)));
        }
    }

    /// There is a value, or there is none.
    record Present(SourcePath path, boolean expected, String reason) implements Condition {
        @Override
        public Verdict test(ItemScope scope) {
            return Verdict.of(expected == (path.read(scope) != null));
        }
    }

    /// The text is longer than so many UTF-16 units.
    record LongerThan(SourcePath path, int length, String reason) implements Condition {
        @Override
        public Verdict test(ItemScope scope) {
            return Verdict.of(path.read(scope) instanceof String text && text.length() > length);
        }
    }

    /// An expression is true.
    record True(JsonataExpression expression, String reason) implements Condition {
        @Override
        public Verdict test(ItemScope scope) {
            Object value = expression.read(scope);
            return value instanceof ValueSource.Unreadable
                    ? Verdict.UNREADABLE
                    : Verdict.of(Boolean.TRUE.equals(value));
        }
    }
}
