package dev.ferry.salesforce.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The rows of a paged JSON answer (`records` and `nextRecordsUrl`), each page fetched when it is reached.
/// Threading: one thread; blocks.
public final class Pages implements Iterator<Pages.Row> {
    private final ApiTransport transport;
    private final String array;
    private final String attempted;
    private ApiResponse page;
    private Iterator<JsonNode> rows;
    private @Nullable String next;
    private final JsonNode firstPage;

    /// One row, with the answer that it stands in.
    public record Row(JsonNode node, ApiResponse response) {}

    /// Fetches the first page at once.
    public Pages(ApiTransport transport, ApiRequest first, String array) {
        this.transport = transport;
        this.array = array;
        this.attempted = first.attempted();
        this.page = transport.send(first);
        this.firstPage = page.json();
        this.rows = rows(firstPage);
        this.next = nextUrl(firstPage);
    }

    /// All rows as a stream. The first page is fetched at once.
    public static Stream<Row> of(ApiTransport transport, ApiRequest first, String array) {
        var pages = new Pages(transport, first, array);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /// The document of the first page, for what stands beside the rows.
    public JsonNode firstPage() {
        return firstPage;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && next != null) {
            page = transport.send(ApiRequest.get(Paths.next(page, next), attempted));
            var document = page.json();
            rows = rows(document);
            next = nextUrl(document);
        }
        return rows.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more rows");
        }
        return new Row(rows.next(), page);
    }

    private Iterator<JsonNode> rows(JsonNode document) {
        if (!document.path(array).isArray()) {
            throw page.malformed("without " + array);
        }
        return document.path(array).iterator();
    }

    private static @Nullable String nextUrl(JsonNode document) {
        return document.path("nextRecordsUrl").isTextual()
                ? document.path("nextRecordsUrl").asText()
                : null;
    }
}
