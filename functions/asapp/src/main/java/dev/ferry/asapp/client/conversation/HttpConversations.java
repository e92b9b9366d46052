package dev.ferry.asapp.client.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.SourceTime;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RawRow;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiResponse;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.asapp.client.internal.Paths;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// [Conversations] over HTTP.
public final class HttpConversations implements Conversations {
    private static final String CONVERSATIONS = "/conversation/v1/conversations";
    // The singular is the API's.
    private static final String MESSAGES_OF_EXTERNAL_ID = "/conversation/v1/conversation/messages";

    private final ApiTransport transport;

    /// Conversations over a transport.
    public HttpConversations(ApiTransport transport) {
        this.transport = transport;
    }

    @Override
    public List<ConversationRow> search(ExternalId externalId) {
        String path = Paths.with(CONVERSATIONS, Map.of("externalId", externalId.value()));
        return items(ApiRequest.get(path, "search a conversation by its external id"), HttpConversations::conversation);
    }

    @Override
    public Optional<ConversationRow> find(ConversationId id) {
        return one(ApiRequest.get(path(id), "read conversation " + id.value()), HttpConversations::conversation);
    }

    @Override
    public List<MessageRow> messages(ConversationId id) {
        return items(
                ApiRequest.get(path(id) + "/messages", "read the messages of conversation " + id.value()),
                HttpConversations::message);
    }

    @Override
    public List<MessageRow> messages(ExternalId externalId) {
        String path = Paths.with(MESSAGES_OF_EXTERNAL_ID, Map.of("externalId", externalId.value()));
        return items(ApiRequest.get(path, "read messages by an external id"), HttpConversations::message);
    }

    @Override
    public Optional<MessageRow> find(ConversationId conversation, MessageId message) {
        String path = path(conversation) + "/messages/" + Paths.encode(message.value());
        return one(
                ApiRequest.get(path, "read a message of conversation " + conversation.value()),
                HttpConversations::message);
    }

    private static String path(ConversationId id) {
        return CONVERSATIONS + "/" + Paths.encode(id.value());
    }

    private <T> List<T> items(ApiRequest request, BiFunction<ApiResponse, JsonNode, T> item) {
        return one(
                        request,
                        (response, document) -> response.list(document, "items").stream()
                                .map(row -> item.apply(response, row))
                                .toList())
                .orElse(List.of());
    }

    private <T> Optional<T> one(ApiRequest request, BiFunction<ApiResponse, JsonNode, T> reading) {
        try {
            ApiResponse response = transport.send(request);
            return Optional.of(reading.apply(response, response.json()));
        } catch (AsappException failed) {
            if (failed.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static ConversationRow conversation(ApiResponse response, JsonNode row) {
        String id = response.required(row, "id");
        if (!ConversationId.canBe(id)) {
            throw response.malformed("with an id that is none of a conversation");
        }
        return new ConversationRow(
                new ConversationId(id),
                new ExternalId(response.required(row, "externalId")),
                new RawRow(row.toString()));
    }

    private static MessageRow message(ApiResponse response, JsonNode row) {
        return new MessageRow(
                new MessageId(response.required(row, "messageId")),
                response.required(row.path("sender"), "role"),
                time(response, row, "createdTimestamp"),
                time(response, row, "clientTimestamp"),
                new RawRow(row.toString()));
    }

    private static Instant time(ApiResponse response, JsonNode row, String name) {
        long nanos = SourceTime.nanos(response.required(row, name));
        if (nanos == SourceTime.NONE) {
            throw response.malformed("without a time in " + name);
        }
        return Instant.EPOCH.plusNanos(nanos);
    }
}
