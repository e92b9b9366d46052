package dev.ferry.local.intercom.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One page of a list that is read by cursor.
///
/// @param items the page's documents
/// @param pages `pages` of the answer
/// @param total documents of all pages
public record CursorPage(List<ObjectNode> items, ObjectNode pages, int total) {
    /// The most documents of a page.
    public static final int MOST = 150;

    private static final JsonMapper MAPPER = new JsonMapper();

    public CursorPage {
        items = List.copyOf(items);
    }

    /// What a client asked for.
    public record Wanted(int perPage, Optional<String> startingAfter) {

        /// From the query of a list.
        public static Wanted ofQuery(Call call, int otherwise) {
            int perPage = call.query("per_page").map(Wanted::number).orElse(otherwise);
            return new Wanted(checked(perPage), call.query("starting_after"));
        }

        /// From the body of a search; what the query says of pages is not looked at.
        public static Wanted ofBody(Call call, int otherwise) {
            Fields pagination = call.fields()
                    .object("pagination")
                    .map(Fields::new)
                    .orElse(new Fields(JsonNodeFactory.instance.objectNode()));
            int perPage = Math.toIntExact(pagination.number("per_page").orElse(otherwise));
            return new Wanted(checked(perPage), pagination.text("starting_after"));
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw ApiException.invalid("per_page must be an integer");
            }
        }

        private static int checked(int perPage) {
            if (perPage < 1 || perPage > MOST) {
                throw ApiException.invalid("per_page must be between 1 and " + MOST);
            }
            return perPage;
        }
    }

    /// The page that a client asked for. *Errors*: 400 for a cursor that is none.
    ///
    /// @param sorted all documents, each with its `id`
    public static CursorPage of(List<ObjectNode> sorted, Wanted wanted) {
        int from = 0;
        int page = 1;
        if (wanted.startingAfter().isPresent()) {
            JsonNode cursor = decoded(wanted.startingAfter().get());
            from = behind(sorted, cursor);
            page = cursor.path(2).asInt();
        }
        int to = Math.min(from + wanted.perPage(), sorted.size());
        ObjectNode pages = JsonNodeFactory.instance.objectNode().put("type", "pages");
        if (to < sorted.size()) {
            String last = sorted.get(to - 1).path("id").asText();
            pages.putObject("next").put("page", page + 1).put("starting_after", encoded(last, to, page + 1));
        } else {
            pages.putNull("next");
        }
        pages.put("page", page)
                .put("per_page", wanted.perPage())
                .put("total_pages", Math.ceilDiv(sorted.size(), wanted.perPage()));
        return new CursorPage(sorted.subList(from, to), pages, sorted.size());
    }

    private static int behind(List<ObjectNode> sorted, JsonNode cursor) {
        String id = cursor.path(0).asText();
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).path("id").asText().equals(id)) {
                return i + 1;
            }
        }
        return Math.min(cursor.path(1).asInt(), sorted.size());
    }

    private static String encoded(String id, int index, int page) {
        JsonNode cursor =
                JsonNodeFactory.instance.arrayNode().add(id).add(index).add(page);
        return Base64.getEncoder().encodeToString(cursor.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode decoded(String cursor) {
        try {
            JsonNode json = MAPPER.readTree(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (json.isArray() && json.size() == 3) {
                return json;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw ApiException.invalid("starting_after is not a cursor");
        }
        throw ApiException.invalid("starting_after is not a cursor");
    }
}
