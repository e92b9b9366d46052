package dev.ferry.core.failure;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// A failure as it reads outside the function that it left.
///
/// *Shape* of the text: `{CODE}: {what was attempted, on what, what came back}`.
public record Surfaced(ErrorCode code, String message) {
    private static final String SEPARATOR = ": ";

    /// The failure that a text tells of; nothing when it does not begin with a code.
    public static Optional<Surfaced> parse(String text) {
        int end = text.indexOf(SEPARATOR);
        if (end < 0) {
            return Optional.empty();
        }
        return code(text.substring(0, end)).map(code -> new Surfaced(code, text.substring(end + SEPARATOR.length())));
    }

    /// The code of a name, as the `Error` of a state machine's `Fail` gives it.
    public static Optional<ErrorCode> code(String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    static String message(FerryException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "no message");
        return failure.code().name() + SEPARATOR + message;
    }
}
