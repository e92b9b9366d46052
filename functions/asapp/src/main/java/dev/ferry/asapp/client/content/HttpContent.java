package dev.ferry.asapp.client.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.RawRow;
import dev.ferry.asapp.client.content.CannedResponses.Folder;
import dev.ferry.asapp.client.content.CannedResponses.Response;
import dev.ferry.asapp.client.internal.ApiRequest;
import dev.ferry.asapp.client.internal.ApiTransport;
import dev.ferry.asapp.client.internal.Pages;
import dev.ferry.asapp.client.internal.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Content] over HTTP.
public final class HttpContent implements Content {
    private static final String GLOBALS = "/autocompose/v1/responses/globals";
    private static final String CUSTOMS = "/autocompose/v1/responses/customs";
    private static final String ARTICLES = "/knowledge-base/v1/articles/";
    private static final String SUBMISSIONS = "/knowledge-base/v1/submissions/";
    private static final String LARGEST_PAGE = "1000";

    private final ApiTransport transport;

    /// Content over a transport.
    public HttpContent(ApiTransport transport) {
        this.transport = transport;
    }

    @Override
    public CannedResponses globalResponses() {
        return responses(GLOBALS, Map.of());
    }

    @Override
    public CannedResponses responsesOf(String agentId) {
        return responses(CUSTOMS, Map.of("agentId", agentId));
    }

    @Override
    public Optional<RawRow> article(String id) {
        return one(ApiRequest.get(ARTICLES + Paths.encode(id), "read article " + id));
    }

    @Override
    public Optional<RawRow> submission(String id) {
        return one(ApiRequest.get(SUBMISSIONS + Paths.encode(id), "read submission " + id));
    }

    private CannedResponses responses(String path, Map<String, String> filter) {
        List<Response> responses = new ArrayList<>();
        List<Folder> folders = new ArrayList<>();
        new Pages(transport)
                .each(
                        token -> request(path, filter, token),
                        page -> page.path("responses").path("pageToken"),
                        page -> {
                            JsonNode lists = page.document().path("responses");
                            page.response()
                                    .list(lists, "responsesList")
                                    .forEach(row -> responses.add(response(page, row)));
                            lists.path("folderList").forEach(row -> folders.add(folder(page, row)));
                        });
        return new CannedResponses(responses, folders);
    }

    private static ApiRequest request(String path, Map<String, String> filter, String token) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("maxPerPage", LARGEST_PAGE);
        query.put("pageToken", token);
        return ApiRequest.get(Paths.with(path, query), "list canned responses");
    }

    private static Response response(Pages.Page page, JsonNode row) {
        return new Response(
                page.response().required(row, "id"), row.path("folderId").asText(""), new RawRow(row.toString()));
    }

    private static Folder folder(Pages.Page page, JsonNode row) {
        return new Folder(
                page.response().required(row, "id"),
                row.path("parentFolderId").asText(""),
                row.path("name").asText(""));
    }

    private Optional<RawRow> one(ApiRequest request) {
        try {
            return Optional.of(new RawRow(transport.send(request).json().toString()));
        } catch (AsappException failed) {
            if (failed.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
