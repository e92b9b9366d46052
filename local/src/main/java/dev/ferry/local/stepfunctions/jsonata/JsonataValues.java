package dev.ferry.local.stepfunctions.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values on their way into the JSONata library and back.
final class JsonataValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double LARGEST_EXACT = 9_007_199_254_740_992d;

    private JsonataValues() {}

    /// The value as the library takes it; JSON null is the library's own null, apart from "nothing".
    static Object toJava(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                node.properties().forEach(field -> map.put(field.getKey(), toJava(field.getValue())));
                yield map;
            }
            case ARRAY -> {
                var list = new ArrayList<Object>(node.size());
                node.forEach(element -> list.add(toJava(element)));
                yield list;
            }
            case STRING, BINARY, POJO -> node.asText();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            case NULL, MISSING -> Jsonata.NULL_VALUE;
        };
    }

    /// The library's result as JSON; empty where it holds something that JSON cannot, such as a function.
    static Optional<JsonNode> toJson(@Nullable Object value) {
        return Optional.ofNullable(convert(value));
    }

    private static @Nullable JsonNode convert(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Number number -> number(number);
            default -> value == Jsonata.NULL_VALUE ? NODES.nullNode() : null;
        };
    }

    private static @Nullable JsonNode object(Map<?, ?> map) {
        var object = NODES.objectNode();
        for (var entry : map.entrySet()) {
            var converted = convert(entry.getValue());
            if (converted == null) {
                return null;
            }
            object.set(String.valueOf(entry.getKey()), converted);
        }
        return object;
    }

    private static @Nullable JsonNode array(List<?> list) {
        var array = NODES.arrayNode(list.size());
        for (var element : list) {
            var converted = convert(element);
            if (converted == null) {
                return null;
            }
            array.add(converted);
        }
        return array;
    }

    private static JsonNode number(Number number) {
        return switch (number) {
            case Integer i -> NODES.numberNode(i);
            case Long l -> l == l.intValue() ? NODES.numberNode(l.intValue()) : NODES.numberNode(l);
            case BigInteger big -> NODES.numberNode(big);
            case BigDecimal big -> NODES.numberNode(big);
            default -> {
                double d = number.doubleValue();
                yield d == Math.rint(d) && Math.abs(d) < LARGEST_EXACT ? number((long) d) : NODES.numberNode(d);
            }
        };
    }
}
