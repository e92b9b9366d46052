package dev.ferry.local.asapp.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// `GET /autocompose/v1/responses/globals` and `/customs`: canned responses, a page at a time.
///
/// A page counts folders and responses together. *Source*: `autocompose.yaml`.
public final class CannedResponses implements Resource {
    private static final int PER_PAGE = 1_000;

    private final JsonNode file;

    /// @param export the directory of the export; the responses are in `config/canned-responses.json`
    public CannedResponses(Path export) {
        this.file = ContentFile.read(export.resolve("config").resolve("canned-responses.json"));
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET")) {
            throw ApiException.of(404);
        }
        return switch (request.path()) {
            case "/autocompose/v1/responses/globals" -> globals(request);
            case "/autocompose/v1/responses/customs" -> customs(request);
            default -> throw ApiException.of(404);
        };
    }

    private Response globals(Request request) {
        ObjectNode answer = page(request, file.path("globals"));
        if (file.path("globals").has("version")) {
            answer.set("version", file.path("globals").path("version"));
        }
        return Response.ok(answer);
    }

    private Response customs(Request request) {
        String agent = request.query().getOrDefault("agentId", "");
        if (agent.isEmpty()) {
            throw ApiException.of(400);
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.set("responsesList", file.path("customs").path(agent));
        return Response.ok(page(request, own));
    }

    /// A folder or a response.
    private record Entry(String array, JsonNode json) {}

    private static ObjectNode page(Request request, JsonNode lists) {
        String kind = request.query().getOrDefault("resourceType", "all");
        List<Entry> entries = new ArrayList<>();
        if (kind.equals("folders") || kind.equals("all")) {
            lists.path("folderList").forEach(folder -> entries.add(new Entry("folderList", folder)));
        }
        if (kind.equals("responses") || kind.equals("all")) {
            lists.path("responsesList").forEach(response -> entries.add(new Entry("responsesList", response)));
        }
        if (entries.isEmpty() && !kind.matches("folders|responses|all")) {
            throw ApiException.of(400);
        }
        entries.removeIf(entry -> !wanted(request, entry));
        int from = offset(request.query().getOrDefault("pageToken", ""));
        int to = Math.min(entries.size(), from + perPage(request));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode page = answer.putObject("responses");
        page.putArray("responsesList");
        page.putArray("folderList");
        entries.subList(Math.min(from, to), to)
                .forEach(entry -> ((ArrayNode) page.path(entry.array())).add(entry.json()));
        page.put("pageToken", to < entries.size() ? token(to) : "");
        return answer;
    }

    private static boolean wanted(Request request, Entry entry) {
        String folder = request.query().getOrDefault("folderId", "");
        String parent = entry.json()
                .path(entry.array().equals("folderList") ? "parentFolderId" : "folderId")
                .asText("__root");
        String term = request.query().getOrDefault("searchTerm", "").toLowerCase(Locale.ROOT);
        String text = entry.json().path("title").asText() + " "
                + entry.json().path("text").asText() + " "
                + entry.json().path("name").asText();
        return (folder.isEmpty() || folder.equals(parent))
                && text.toLowerCase(Locale.ROOT).contains(term);
    }

    private static int perPage(Request request) {
        return number(request.query().getOrDefault("maxPerPage", Integer.toString(PER_PAGE)), 1);
    }

    private static int offset(String token) {
        try {
            return token.isEmpty()
                    ? 0
                    : number(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8), 0);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(400);
        }
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String text, int least) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= PER_PAGE * PER_PAGE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ApiException.of(400);
        }
        throw ApiException.of(400);
    }
}
