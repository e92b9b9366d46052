package dev.ferry.local.intercom.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// A field that can be searched by.
///
/// @param type how values are compared
/// @param operators those that the documents allow
/// @param values what a document has in it; several for lists, none for null
public record SearchField(FieldType type, Set<String> operators, Function<ObjectNode, List<JsonNode>> values) {
    private static final Set<String> ALL = Set.of("=", "!=", "IN", "NIN", "<", ">", "<=", ">=", "~", "!~", "^", "$");
    private static final Set<String> DATES = Set.of("=", "<", ">");
    private static final Set<String> TIMES = Set.of("=", "!=", "IN", "NIN", "<", ">", "<=", ">=");

    public SearchField {
        operators = Set.copyOf(operators);
    }

    /// A field of a document.
    ///
    /// @param pointer where it is, as a JSON pointer
    public static SearchField at(FieldType type, String pointer) {
        return new SearchField(type, operatorsOf(type), document -> values(document.at(pointer)));
    }

    /// A field that holds ids, of which only equality can be asked.
    public static SearchField ids(Function<ObjectNode, List<JsonNode>> values) {
        return new SearchField(FieldType.TEXT, Set.of("=", "!="), values);
    }

    /// A field that is worked out.
    public static SearchField of(FieldType type, Function<ObjectNode, List<JsonNode>> values) {
        return new SearchField(type, operatorsOf(type), values);
    }

    /// The values of a node: those of a list, none of null.
    public static List<JsonNode> values(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).toList();
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    private static Set<String> operatorsOf(FieldType type) {
        return switch (type) {
            case DAY -> DATES;
            case MOMENT, NUMBER -> TIMES;
            case FLAG -> Set.of("=", "!=");
            case WORDS -> Set.of("=", "!=", "~", "!~");
            case TEXT, ADDRESS -> ALL;
        };
    }
}
