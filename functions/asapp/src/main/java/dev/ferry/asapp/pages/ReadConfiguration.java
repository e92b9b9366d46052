package dev.ferry.asapp.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RawRow;
import dev.ferry.asapp.client.configuration.ConfigurationKind;
import dev.ferry.asapp.client.configuration.ConfigurationRow;
import dev.ferry.asapp.client.content.CannedResponses;
import dev.ferry.asapp.configuration.ConfigurationCall;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import java.util.List;

/// Reads a tenant's configuration and stages it, a kind of thing a page. The cursor counts kinds.
public final class ReadConfiguration implements PagedWork {
    /// The name of this work.
    public static final String NAME = "read-configuration";

    private static final List<ConfigurationCall> CALLS = List.of(
            ConfigurationCall.STRUCTURED_DATA_FIELDS,
            ConfigurationCall.SEGMENTS,
            ConfigurationCall.REDACTION_ENTITIES,
            ConfigurationCall.CUSTOM_VOCABULARIES,
            ConfigurationCall.CANNED_RESPONSES);

    private final PagePorts ports;
    private final AnswerPorts staging;

    /// The configuration of the client's tenant.
    public ReadConfiguration(PagePorts ports, AnswerPorts staging) {
        this.ports = ports;
        this.staging = staging;
    }

    @Override
    public Page next(String cursor) {
        int at = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        long rows = readIfEnabled(CALLS.get(at));
        return at + 1 == CALLS.size()
                ? new Page.Last(rows)
                : new Page.More(Integer.toString(at + 1), rows, CALLS.size() - at - 1L);
    }

    private long readIfEnabled(ConfigurationCall call) {
        try {
            return read(call);
        } catch (AsappException failed) {
            if (failed.code() != ErrorCode.NOT_ENABLED) {
                throw failed;
            }
            ports.notEnabled(call.feed(), String.valueOf(failed.getMessage()));
            return 0;
        }
    }

    private long read(ConfigurationCall call) {
        return switch (call) {
            case STRUCTURED_DATA_FIELDS -> list(call, ConfigurationKind.STRUCTURED_DATA_FIELDS);
            case SEGMENTS -> list(call, ConfigurationKind.SEGMENTS);
            case REDACTION_ENTITIES -> list(call, ConfigurationKind.REDACTION_ENTITIES);
            case CUSTOM_VOCABULARIES -> list(call, ConfigurationKind.CUSTOM_VOCABULARIES);
            case CANNED_RESPONSES, CANNED_FOLDERS ->
                responses(ports.client().content().globalResponses());
        };
    }

    private long list(ConfigurationCall call, ConfigurationKind kind) {
        List<RawRow> rows = ports.client().configuration().list(kind).stream()
                .map(ConfigurationRow::row)
                .toList();
        return stage(call, rows.stream().map(ReadConversations::json).toList());
    }

    private long responses(CannedResponses found) {
        List<JsonNode> folders =
                found.folders().stream().map(ReadConfiguration::json).toList();
        List<JsonNode> responses = found.responses().stream()
                .map(response -> ReadConversations.json(response.row()))
                .toList();
        return stage(ConfigurationCall.CANNED_FOLDERS, folders) + stage(ConfigurationCall.CANNED_RESPONSES, responses);
    }

    static JsonNode json(CannedResponses.Folder folder) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", folder.id())
                .put("parentFolderId", folder.parentId())
                .put("name", folder.name());
    }

    private long stage(ConfigurationCall call, List<JsonNode> rows) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray(call.array());
        rows.forEach(items::add);
        ports.count(staging.configuration().stage(call, List.of(page)));
        return rows.size();
    }
}
