package dev.ferry.local.stepfunctions.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.LinkedHashSet;

/// The intrinsic functions on arrays.
final class ArrayIntrinsics {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_RANGE = 1000;

    /// Numbers are equal by value: 1 = 1.0.
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private ArrayIntrinsics() {}

    static boolean contains(Intrinsics.Arguments arguments) {
        var wanted = arguments.value(1);
        for (var element : arguments.array(0)) {
            if (wanted.equals(BY_VALUE, element)) {
                return true;
            }
        }
        return false;
    }

    static JsonNode item(Intrinsics.Arguments arguments) {
        var array = arguments.array(0);
        long index = arguments.whole(1);
        if (index < 0 || index >= array.size()) {
            throw arguments.failure("was given the index " + index + " of an array of " + array.size());
        }
        return array.get((int) index);
    }

    static JsonNode partition(Intrinsics.Arguments arguments) {
        var array = arguments.array(0);
        long size = arguments.whole(1);
        if (size <= 0) {
            throw arguments.failure("needs a positive chunk size");
        }
        var chunks = NODES.arrayNode();
        var chunk = NODES.arrayNode();
        for (var element : array) {
            chunk.add(element);
            if (chunk.size() == size) {
                chunks.add(chunk);
                chunk = NODES.arrayNode();
            }
        }
        return chunk.isEmpty() ? chunks : chunks.add(chunk);
    }

    static JsonNode range(Intrinsics.Arguments arguments) {
        long first = arguments.whole(0);
        long last = arguments.whole(1);
        long step = arguments.whole(2);
        if (step == 0) {
            throw arguments.failure("needs a step other than 0");
        }
        var range = NODES.arrayNode();
        for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
            range.add(value);
            if (range.size() > LONGEST_RANGE) {
                throw arguments.failure("makes at most " + LONGEST_RANGE + " elements");
            }
        }
        return range;
    }

    static JsonNode unique(Intrinsics.Arguments arguments) {
        var seen = new LinkedHashSet<JsonNode>();
        arguments.array(0).forEach(seen::add);
        return NODES.arrayNode().addAll(seen);
    }
}
