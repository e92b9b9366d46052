package dev.ferry.asapp.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the columns of rows whose values stand in nested objects.
///
/// *Shape*: a column is a path with `.` between names. A list or object becomes its JSON text. *Threading*: safe.
public final class NestedColumns {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private NestedColumns() {}

    /// The columns of a row, in their order.
    public static @Nullable String[] values(byte[] row, List<String> columns) throws IOException {
        JsonNode tree = MAPPER.readTree(row);
        @Nullable String[] values = new String[columns.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = value(tree, columns.get(i)));
        return values;
    }

    /// What stands in a column as a tree; missing for nothing and for what is no JSON.
    public static JsonNode tree(@Nullable String value) {
        try {
            return value == null ? MissingNode.getInstance() : MAPPER.readTree(value);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    /// What stands under a path.
    static JsonNode find(JsonNode row, String column) {
        JsonNode node = row;
        for (int from = 0; from <= column.length(); ) {
            int dot = column.indexOf('.', from);
            int to = dot < 0 ? column.length() : dot;
            node = node.path(column.substring(from, to));
            from = to + 1;
        }
        return node;
    }

    static @Nullable String value(JsonNode row, String column) {
        JsonNode node = find(row, column);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
