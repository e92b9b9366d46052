package dev.ferry.asapp.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// A call that looks like a read, but makes ASAPP generate something new, with a new id, each time.
///
/// *Source*: ASAPP, AutoSummary. What was generated before is in the feeds; a migration wants that.
public enum GeneratingCall {
    /// Writes a new summary of a conversation.
    FREE_TEXT_SUMMARIES("free-text-summaries"),
    /// Extracts a conversation's structured data anew.
    STRUCTURED_DATA("structured-data"),
    /// Infers a conversation's intent anew.
    INTENT("intent");

    private final String path;

    GeneratingCall(String path) {
        this.path = path;
    }

    /// The name by which a configuration asks for it, and the last part of its path.
    public String path() {
        return path;
    }

    /// The names of all, for a message.
    public static String names() {
        return Arrays.stream(values()).map(GeneratingCall::path).collect(Collectors.joining(", "));
    }

    /// The call of a name.
    public static Optional<GeneratingCall> named(String path) {
        return Arrays.stream(values()).filter(call -> call.path.equals(path)).findFirst();
    }
}
