package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The three ways in which Intercom pages its lists. A page is asked for when the one before it is used up.
final class Pages {
    static final int PER_PAGE = 150;
    private static final int COMPANIES_PER_PAGE = 50;

    private final ApiTransport transport;

    Pages(ApiTransport transport) {
        this.transport = transport;
    }

    /// A search: the cursor stands in the body. In the query it would be ignored, and page 1 come back for ever.
    Stream<JsonNode> search(String path, JsonNode query, String rows, String attempted) {
        return stream(cursor -> {
            ObjectNode body = Json.object();
            body.set("query", query);
            ObjectNode pagination = body.putObject("pagination").put("per_page", PER_PAGE);
            if (!cursor.isEmpty()) {
                pagination.put("starting_after", cursor);
            }
            JsonNode page = transport.send(ApiRequest.repeatable("POST", path, body, attempted));
            return new Page(rows(page, rows), after(page));
        });
    }

    /// A list with a cursor in the query.
    Stream<JsonNode> cursor(String path, String rows, String attempted) {
        return stream(cursor -> {
            String from = cursor.isEmpty() ? "" : "&starting_after=" + encoded(cursor);
            JsonNode page = transport.send(ApiRequest.get(path + "?per_page=" + PER_PAGE + from, attempted));
            return new Page(rows(page, rows), after(page));
        });
    }

    /// A list by the number of the page, whose `pages.next` is an address that says no more than that there is one.
    Stream<JsonNode> numbered(String path, String rows, String attempted) {
        return stream(cursor -> {
            int number = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
            JsonNode page = transport.send(
                    ApiRequest.get(path + "?per_page=" + COMPANIES_PER_PAGE + "&page=" + number, attempted));
            boolean more = page.path("pages").hasNonNull("next");
            return new Page(rows(page, rows), more ? Integer.toString(number + 1) : null);
        });
    }

    /// A scroll, of which one may be open in a workspace; it ends with an empty page.
    Stream<JsonNode> scroll(String path, String rows, String attempted) {
        return stream(cursor -> {
            String from = cursor.isEmpty() ? "" : "?scroll_param=" + encoded(cursor);
            JsonNode page = transport.send(ApiRequest.get(path + from, attempted));
            List<JsonNode> items = rows(page, rows);
            String next = page.path("scroll_param").asText("");
            return new Page(items, items.isEmpty() || next.isEmpty() ? null : next);
        });
    }

    /// A page, and where the next one begins; null on the last.
    private record Page(List<JsonNode> rows, @Nullable String next) {}

    private static Stream<JsonNode> stream(Function<String, Page> fetch) {
        return StreamSupport.stream(new PagedRows(fetch), false);
    }

    private static List<JsonNode> rows(JsonNode page, String name) {
        List<JsonNode> rows = new ArrayList<>();
        page.path(name).forEach(rows::add);
        return rows;
    }

    private static @Nullable String after(JsonNode page) {
        String cursor = page.path("pages").path("next").path("starting_after").asText("");
        return cursor.isEmpty() ? null : cursor;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The rows of all pages, one after the other.
    private static final class PagedRows extends Spliterators.AbstractSpliterator<JsonNode> {
        private final Function<String, Page> fetch;
        private List<JsonNode> rows = List.of();
        private int at;
        private @Nullable String next = "";

        PagedRows(Function<String, Page> fetch) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.fetch = fetch;
        }

        @Override
        public boolean tryAdvance(Consumer<? super JsonNode> action) {
            while (at == rows.size()) {
                String from = next;
                if (from == null) {
                    return false;
                }
                Page page = fetch.apply(from);
                rows = page.rows();
                next = page.next();
                at = 0;
            }
            action.accept(rows.get(at++));
            return true;
        }
    }
}
