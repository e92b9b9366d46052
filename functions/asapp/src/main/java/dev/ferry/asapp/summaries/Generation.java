package dev.ferry.asapp.summaries;

import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.conversation.ExternalId;
import dev.ferry.asapp.client.summary.SummaryKey;
import java.util.Map;

/// One thing that ASAPP is to generate.
///
/// @param about whose, by exactly one id
public record Generation(GeneratingCall call, SummaryKey about) {
    private static final String CALL = "call";
    private static final String CONVERSATION = "conversationId";
    private static final String EXTERNAL = "externalConversationId";
    private static final String ISSUE = "issueId";

    /// A generation from its line in a work file.
    public static Generation of(Map<String, Object> line) {
        GeneratingCall call =
                GeneratingCall.named(String.valueOf(line.get(CALL))).orElseThrow();
        if (line.get(CONVERSATION) instanceof String id) {
            return new Generation(call, new SummaryKey.ByConversation(new ConversationId(id)));
        }
        return line.get(EXTERNAL) instanceof String id
                ? new Generation(call, new SummaryKey.ByExternalConversation(new ExternalId(id)))
                : new Generation(call, new SummaryKey.ByIssue(String.valueOf(line.get(ISSUE))));
    }

    /// Its line in a work file. *Shape*: `{"call","conversationId"}`, with the name of the id that is known.
    public Map<String, String> line() {
        return Map.of(CALL, call.path(), key(), id());
    }

    /// Its name, which no other has. *Shape*: `{call}/{name of the id}/{id}`.
    public String name() {
        return String.join("/", call.path(), key(), id());
    }

    /// Whose, for people.
    public String whose() {
        return (about instanceof SummaryKey.ByIssue ? "issue " : "conversation ") + id();
    }

    private String key() {
        return switch (about) {
            case SummaryKey.ByConversation _ -> CONVERSATION;
            case SummaryKey.ByExternalConversation _ -> EXTERNAL;
            case SummaryKey.ByIssue _ -> ISSUE;
        };
    }

    private String id() {
        return switch (about) {
            case SummaryKey.ByConversation(ConversationId id) -> id.value();
            case SummaryKey.ByExternalConversation(ExternalId id) -> id.value();
            case SummaryKey.ByIssue(String id) -> id;
        };
    }
}
