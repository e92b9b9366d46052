package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the customer wanted, as codes of the intent catalogue.
///
/// @param finalName the catalogue's name of the final intent
/// @param path all intents in the order they were recognised
@JsonPropertyOrder({"first", "final", "finalName", "path"})
public record ConversationIntent(
        @JsonProperty("first") @Nullable String firstCode,
        @JsonProperty("final") @Nullable String finalCode,
        @Nullable String finalName,
        List<String> path) {
    public ConversationIntent {
        path = List.copyOf(path);
    }
}
