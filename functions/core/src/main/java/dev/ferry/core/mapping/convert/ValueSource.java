package dev.ferry.core.mapping.convert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a field's raw value comes from.
public sealed interface ValueSource {

    /// The raw value; null when there is none, an [Unreadable] when an expression failed.
    @Nullable
    Object read(ItemScope scope);

    /// A path.
    record FromPath(SourcePath path) implements ValueSource {
        @Override
        public @Nullable Object read(ItemScope scope) {
            return path.read(scope);
        }
    }

    /// Text with values in it.
    ///
    /// @param parts paths and the texts between them
    record FromTemplate(List<Part> parts) implements ValueSource {
        public FromTemplate {
            parts = List.copyOf(parts);
        }

        /// A text, or the value of a path.
        public sealed interface Part {}

        /// A text as it stands.
        public record Literal(String text) implements Part {}

        /// A value.
        public record Placeholder(SourcePath path) implements Part {}

        @Override
        public @Nullable Object read(ItemScope scope) {
            String[] pieces = new String[parts.size()];
            for (int i = 0; i < pieces.length; i++) {
                String piece = switch (parts.get(i)) {
                    case Literal(String literal) -> literal;
                    case Placeholder(SourcePath path) -> text(path.read(scope));
                };
                if (piece == null) {
                    return null;
                }
                pieces[i] = piece;
            }
            return String.join("", pieces);
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : PlainText.scalar(value);
        }
    }

    /// An expression.
    record FromExpression(JsonataExpression expression) implements ValueSource {
        @Override
        public @Nullable Object read(ItemScope scope) {
            return expression.read(scope);
        }
    }

    /// What an expression yields that failed.
    ///
    /// @param reason the interpreter's error code, free of contents
    record Unreadable(String reason) {}
}
