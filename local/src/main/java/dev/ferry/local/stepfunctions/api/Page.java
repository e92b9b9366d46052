package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A part of a list: where it starts and how long it may be.
record Page(int offset, int size) {

    private static final String PREFIX = "ferry:";

    static int offset(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                return Integer.parseInt(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
        }
        throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    /// An answer with this part of the list, and with a token when there is more.
    <T> ObjectNode of(List<T> all, String member, Function<T, JsonNode> shown) {
        var answer = Json.object();
        var array = answer.putArray(member);
        int end = Math.min(all.size(), offset + size);
        for (int i = Math.min(offset, all.size()); i < end; i++) {
            array.add(shown.apply(all.get(i)));
        }
        if (end < all.size()) {
            var token = (PREFIX + end).getBytes(StandardCharsets.UTF_8);
            answer.put("nextToken", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        }
        return answer;
    }
}
