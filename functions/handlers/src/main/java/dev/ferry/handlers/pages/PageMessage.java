package dev.ferry.handlers.pages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.RunRef;

/// A message of the queue. Its `toString` hides the token.
///
/// *Shape*: `{"taskToken","migrationId","runId","configKey","work","unit","cursor"}`.
///
/// @param taskToken lets the machine go on, so it is kept like a password
/// @param work what is to be done, for example `mirror-files`
/// @param unit on what: a feed, or the work file of a list
/// @param cursor where to begin; empty for the beginning
@JsonIgnoreProperties(ignoreUnknown = true)
record PageMessage(
        @JsonProperty(required = true) String taskToken,
        @JsonProperty(required = true) String migrationId,
        @JsonProperty(required = true) String runId,
        @JsonProperty(required = true) String configKey,
        @JsonProperty(required = true) String work,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) String cursor) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Reads a body.
    ///
    /// *Errors*: `INTERNAL` for what no machine sends; the body is not quoted.
    static PageMessage parse(String body) {
        try {
            return MAPPER.readValue(body, PageMessage.class);
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a message of the queue of pages cannot be read");
        }
    }

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }

    @Override
    public String toString() {
        return "PageMessage[%s, %s, %s, %s]".formatted(runId, work, unit, cursor);
    }
}
