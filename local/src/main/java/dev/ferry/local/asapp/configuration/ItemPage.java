package dev.ferry.local.asapp.configuration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.endpoint.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// *Shape*: `{"segments":[...],"nextCursor":null,"prevCursor":null}`; both cursors are always there. A cursor names
/// the first item of its page, and is opaque.
record ItemPage(List<ObjectNode> all, int from, int limit) {
    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    /// The page that a request asks for. *Errors*: 400 for a limit outside 1 to 100 and for an unknown cursor.
    static ItemPage of(Request request, List<ObjectNode> all) {
        int limit = limit(request.query().getOrDefault("limit", Integer.toString(DEFAULT)));
        String cursor = request.query().getOrDefault("cursor", "");
        if (cursor.isEmpty() || cursor.equals("null")) {
            return new ItemPage(all, 0, limit);
        }
        for (int i = 0; i < all.size(); i++) {
            if (cursor(all.get(i)).equals(cursor)) {
                return new ItemPage(all, i, limit);
            }
        }
        throw ApiException.of(400);
    }

    /// @param missing how a missing cursor is spelled; null for null
    ObjectNode json(String array, @Nullable String missing) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        all.subList(from, Math.min(all.size(), from + limit)).forEach(page.putArray(array)::add);
        page.put("nextCursor", from + limit < all.size() ? cursor(all.get(from + limit)) : missing);
        page.put("prevCursor", from > 0 ? cursor(all.get(Math.max(0, from - limit))) : missing);
        return page;
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw ApiException.of(400);
        }
        throw ApiException.of(400);
    }

    private static String cursor(ObjectNode item) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(item.path("id").asText().getBytes(StandardCharsets.UTF_8));
    }
}
