package dev.ferry.asapp.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RawRow;
import dev.ferry.asapp.client.conversation.ConversationId;
import dev.ferry.asapp.client.conversation.ConversationRow;
import dev.ferry.asapp.client.conversation.Conversations;
import dev.ferry.asapp.client.conversation.ExternalId;
import dev.ferry.asapp.client.conversation.MessageRow;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks the Conversations API for what no feed has, and stages the answers.
///
/// *Shape* of the list, a line each: `{"conversationId"}` for the messages of a conversation,
/// `{"conversationId","whole"}` for the conversation as well, `{"issueId"}` for the conversation that has an issue's
/// id as external id, and its messages: what [dev.ferry.asapp.conversations.ApiPlan] plans. The cursor counts
/// lines.
///
/// Counts of a page: `asked` = `answered` + `unanswered` + `refused`, where an answer without messages is none; and
/// `unasked` for the rest of the list when ASAPP has not enabled the API for the key. Refused ones are listed, see
/// [RefusedQuestions].
public final class ReadConversations implements PagedWork {
    /// The name of this work.
    public static final String NAME = "read-conversations";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String list;
    private final PagePorts ports;
    private final AnswerPorts staging;
    private List<Map<String, Object>> reads = List.of();

    /// The conversations of a list.
    ///
    /// @param list the work file
    public ReadConversations(String list, PagePorts ports, AnswerPorts staging) {
        this.list = list;
        this.ports = ports;
        this.staging = staging;
    }

    /// An answer: the conversation where it was searched, and its messages.
    private record Answer(
            String conversationId, String issueId, List<RawRow> conversations, List<MessageRow> messages) {}

    @Override
    public Page next(String cursor) {
        if (reads.isEmpty()) {
            try (Stream<Map<String, Object>> lines = JsonLines.read(ports.work(), list)) {
                reads = lines.toList();
            }
        }
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(reads.size(), from + PagePorts.PAGE);
        List<Map<String, Object>> page = from < to ? reads.subList(from, to) : List.of();
        ports.expected().accept(page.size());
        List<Asked<Answer>> asked = AtOnce.all(
                page.stream().map(read -> Asked.asking(() -> ask(read))).toList());
        AsappException failed = Asked.failure(asked).orElse(null);
        if (failed != null && failed.code() == ErrorCode.NOT_ENABLED) {
            return notEnabled(from, String.valueOf(failed.getMessage()));
        }
        if (failed != null) {
            throw failed;
        }
        long rows = settle("%s/%s/%d".formatted(NAME, list, from), page, asked);
        return to >= reads.size() ? new Page.Last(rows) : new Page.More(Integer.toString(to), rows, reads.size() - to);
    }

    private long settle(String unit, List<Map<String, Object>> page, List<Asked<Answer>> asked) {
        long rows = 0;
        long answered = 0;
        List<Quarantined> refused = new ArrayList<>();
        for (int at = 0; at < page.size(); at++) {
            switch (asked.get(at)) {
                case Asked.Answered<Answer>(Answer answer) -> {
                    rows += stage(answer);
                    answered += answer.messages().isEmpty() ? 0 : 1;
                }
                case Asked.Refused<Answer>(AsappException refusal) ->
                    refused.add(RefusedQuestions.entry(about(page.get(at)), refusal));
                case Asked.Failed<Answer>(AsappException failure) -> throw failure;
            }
        }
        ports.count(Tally.of(
                PagePorts.PHASE,
                unit,
                Map.of(
                        "asked",
                        (long) page.size(),
                        "answered",
                        answered,
                        "unanswered",
                        page.size() - answered - refused.size(),
                        "refused",
                        (long) refused.size())));
        new RefusedQuestions(ports, NAME, "asked", "refused").list(unit, refused);
        return rows;
    }

    private static String about(Map<String, Object> read) {
        return read.get("conversationId") instanceof String id ? "conversation " + id : "issue " + read.get("issueId");
    }

    private Page notEnabled(int from, String detail) {
        ports.notEnabled(NAME, detail);
        ports.count(Tally.of(
                PagePorts.PHASE,
                "%s/%s/%d".formatted(NAME, list, from),
                Map.of("unasked", (long) reads.size() - from)));
        return new Page.Last(0);
    }

    private Answer ask(Map<String, Object> read) {
        Conversations conversations = ports.client().conversations();
        if (read.get("conversationId") instanceof String value) {
            ConversationId id = new ConversationId(value);
            List<RawRow> described = read.containsKey("whole")
                    ? conversations.find(id).map(ConversationRow::row).stream().toList()
                    : List.of();
            return new Answer(value, "", described, conversations.messages(id));
        }
        String issueId = String.valueOf(read.get("issueId"));
        List<ConversationRow> found = conversations.search(new ExternalId(issueId));
        if (found.isEmpty()) {
            return new Answer("", issueId, List.of(), List.of());
        }
        ConversationRow first = found.getFirst();
        return new Answer(first.id().value(), issueId, List.of(first.row()), conversations.messages(first.id()));
    }

    private long stage(Answer answer) {
        for (RawRow row : answer.conversations()) {
            JsonNode conversation = json(row);
            if (!answer.issueId().isEmpty() && !staging.conversations().fills(answer.issueId(), conversation)) {
                return 0;
            }
            ports.count(staging.conversations().conversation(conversation));
        }
        if (!answer.conversationId().isEmpty()) {
            ObjectNode document = MAPPER.createObjectNode();
            ArrayNode items = document.putArray("items");
            answer.messages().forEach(message -> items.add(json(message.row())));
            ports.count(staging.conversations().messages(answer.conversationId(), document));
        }
        return answer.messages().size();
    }

    static JsonNode json(RawRow row) {
        try {
            return MAPPER.readTree(row.json());
        } catch (JsonProcessingException e) {
            throw new FerryException(
                    dev.ferry.core.failure.ErrorCode.INTERNAL, "a row that ASAPP answered cannot be read again");
        }
    }
}
