package dev.ferry.asapp.fold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.NestedColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list in one column. *Shape*: `[care,west]`, or without brackets, or a JSON list; empty for nothing.
final class BracketedList {
    private BracketedList() {}

    /// The elements in the order of the source.
    static List<String> parse(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String inner = text.strip();
        if (inner.startsWith("[\"")) {
            JsonNode list = NestedColumns.tree(inner);
            if (list.isArray()) {
                List<String> elements = new ArrayList<>();
                list.forEach(element -> elements.add(element.asText()));
                return elements;
            }
        }
        if (inner.startsWith("[") && inner.endsWith("]")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return Arrays.stream(inner.split(",", -1))
                .map(element -> unquoted(element.strip()))
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String unquoted(String element) {
        boolean quoted = element.length() >= 2
                && (element.charAt(0) == '"' || element.charAt(0) == '\'')
                && element.charAt(element.length() - 1) == element.charAt(0);
        return quoted ? element.substring(1, element.length() - 1) : element;
    }
}
