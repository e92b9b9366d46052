package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes a message an e-mail.
///
/// @param from as written, name and address
/// @param rfcMessageId the id under which mail programs know it, in angle brackets
public record EmailHeaders(
        @Nullable String subject,
        @Nullable String from,
        List<String> to,
        List<String> cc,
        @Nullable String bodyHtml,
        @Nullable String rfcMessageId,
        @Nullable String inReplyTo) {
    public EmailHeaders {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    @Override
    public String toString() {
        return "EmailHeaders[***]";
    }
}
