package dev.ferry.asapp.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Walks lists that come in pages, each naming the cursor of the next.
///
/// *Source*: a missing cursor is null in ASAPP's schemas and an empty text in its examples; both end the list. A
/// cursor that comes twice would go on for ever, and what it hides cannot be known: that is an error.
public record Pages(ApiTransport transport) {

    /// Every page, in order.
    ///
    /// @param request makes the request for a cursor; the first is empty
    /// @param next finds the cursor in a page
    public void each(Function<String, ApiRequest> request, Function<JsonNode, JsonNode> next, Consumer<Page> taker) {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            ApiResponse response = transport.send(request.apply(cursor));
            JsonNode document = response.json();
            taker.accept(new Page(response, document));
            cursor = next.apply(document).asText("");
            if (!cursor.isEmpty() && !seen.add(cursor)) {
                throw response.malformed("a page that leads back to an earlier one");
            }
        } while (!cursor.isEmpty());
    }

    /// One page.
    public record Page(ApiResponse response, JsonNode document) {}
}
