package dev.ferry.local.stepfunctions.asl;

import java.util.List;
import java.util.stream.Collectors;

/// A definition that was refused, with every reason found.
public final class InvalidDefinitionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /// Refused for the given reasons.
    public InvalidDefinitionException(List<Diagnostic> diagnostics) {
        super(text(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /// The message as the API shows it.
    public String text() {
        return text(diagnostics);
    }

    private static String text(List<Diagnostic> diagnostics) {
        return "Invalid State Machine Definition: '%s'"
                .formatted(diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining(", ")));
    }

    /// The reasons, in the order of the text.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
