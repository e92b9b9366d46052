package dev.ferry.local.asapp.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What ASAPP does not document and a customer may have, all off in the faithful profile.
///
/// @param attachments the feeds `attachments`, `attachment_files` and `conversation_files`; as a knob
/// `extensions.attachments`
/// @param eventPull `GET /sim/v1/events`, of the simulator only; as a knob `extensions.eventPull`
public record Extensions(
        @JsonProperty("extensions.attachments") boolean attachments,
        @JsonProperty("extensions.eventPull") boolean eventPull) {

    /// The defaults.
    public static Extensions none() {
        return new Extensions(false, false);
    }
}
