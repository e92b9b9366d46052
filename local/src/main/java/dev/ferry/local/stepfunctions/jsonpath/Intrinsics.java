package dev.ferry.local.stepfunctions.jsonpath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.stepfunctions.query.Chance;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The eighteen intrinsic functions of the JSONPath query language.
///
/// *Source*: Step Functions developer guide, "Intrinsic functions". *Errors*: `States.IntrinsicFailure`.
final class Intrinsics {

    static final Set<String> NAMES = Set.of(
            "Array",
            "ArrayContains",
            "ArrayGetItem",
            "ArrayLength",
            "ArrayPartition",
            "ArrayRange",
            "ArrayUnique",
            "Base64Decode",
            "Base64Encode",
            "Format",
            "Hash",
            "JsonMerge",
            "JsonToString",
            "MathAdd",
            "MathRandom",
            "StringSplit",
            "StringToJson",
            "UUID");

    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final int LONGEST_TEXT = 10_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Chance chance;

    Intrinsics(Chance chance) {
        this.chance = chance;
    }

    /// Evaluates a call; paths in it are looked up by `lookup`, which takes and gives a text node's path and value.
    JsonNode evaluate(IntrinsicCall call, Lookup lookup) {
        var values = call.arguments().stream()
                .map(argument -> switch (argument) {
                    case IntrinsicCall.Argument.Literal literal -> unescape(call.name(), literal.value());
                    case IntrinsicCall.Argument.Path path -> lookup.value(path.text());
                    case IntrinsicCall.Argument.Nested nested -> evaluate(nested.call(), lookup);
                })
                .toList();
        return apply(new Arguments(call.name(), values));
    }

    /// Finds the value of a path.
    interface Lookup {
        JsonNode value(String path);
    }

    /// `States.Format` undoes the escapes of its template itself, because it must tell `{}` from `\{\}`.
    private static JsonNode unescape(String function, JsonNode literal) {
        if (!literal.isTextual() || function.equals("Format")) {
            return literal;
        }
        return NODES.textNode(withoutEscapes(literal.textValue()));
    }

    private static String withoutEscapes(String text) {
        return text.replaceAll("\\\\([{}\\\\])", "$1");
    }

    private JsonNode apply(Arguments arguments) {
        return switch (arguments.function()) {
            case "Array" -> NODES.arrayNode().addAll(arguments.values());
            case "ArrayContains" -> NODES.booleanNode(ArrayIntrinsics.contains(arguments));
            case "ArrayGetItem" -> ArrayIntrinsics.item(arguments);
            case "ArrayLength" -> NODES.numberNode(arguments.array(0).size());
            case "ArrayPartition" -> ArrayIntrinsics.partition(arguments);
            case "ArrayRange" -> ArrayIntrinsics.range(arguments);
            case "ArrayUnique" -> ArrayIntrinsics.unique(arguments);
            case "Base64Decode" -> decode(arguments);
            case "Base64Encode" ->
                NODES.textNode(
                        Base64.getEncoder().encodeToString(limited(arguments).getBytes(StandardCharsets.UTF_8)));
            case "Format" -> format(arguments);
            case "Hash" -> hash(arguments);
            case "JsonMerge" -> merge(arguments);
            case "JsonToString" -> NODES.textNode(Json.text(arguments.value(0)));
            case "MathAdd" -> NODES.numberNode(arguments.whole(0) + arguments.whole(1));
            case "MathRandom" -> random(arguments);
            case "StringSplit" -> split(arguments);
            case "StringToJson" -> parse(arguments);
            case "UUID" -> NODES.textNode(chance.uuid().toString());
            default -> throw arguments.failure("is not an intrinsic function");
        };
    }

    private static String limited(Arguments arguments) {
        var text = arguments.text(0);
        if (text.length() > LONGEST_TEXT) {
            throw arguments.failure("takes at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static JsonNode decode(Arguments arguments) {
        try {
            return NODES.textNode(new String(Base64.getDecoder().decode(limited(arguments)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw arguments.failure("was given a text that is not Base64");
        }
    }

    private static JsonNode format(Arguments arguments) {
        var template = arguments.text(0);
        var formatted = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length() && "{}\\".indexOf(template.charAt(i + 1)) >= 0) {
                formatted.append(template.charAt(++i));
            } else if (c == '{' && template.startsWith("{}", i)) {
                formatted.append(shown(arguments, next++));
                i++;
            } else {
                formatted.append(c);
            }
        }
        if (next != arguments.values().size()) {
            throw arguments.failure("has as many {} as further arguments, or fails");
        }
        return NODES.textNode(formatted.toString());
    }

    /// Objects appear as Java prints maps, which is what the service shows.
    private static String shown(Arguments arguments, int index) {
        var value = arguments.value(index);
        if (value.isTextual()) {
            var text = value.textValue();
            return withoutEscapes(text);
        }
        return value.isContainerNode() ? String.valueOf(Json.MAPPER.convertValue(value, Object.class)) : value.asText();
    }

    private static JsonNode hash(Arguments arguments) {
        var algorithm = arguments.text(1);
        if (!ALGORITHMS.contains(algorithm)) {
            throw arguments.failure("does not know the algorithm " + algorithm);
        }
        var value = arguments.value(0);
        var text = value.isTextual() ? value.textValue() : Json.text(value);
        try {
            return NODES.textNode(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks the digest " + algorithm, e);
        }
    }

    private static JsonNode merge(Arguments arguments) {
        var merged = Json.object();
        merged.setAll(arguments.object(0));
        merged.setAll(arguments.object(1));
        if (arguments.value(2).asBoolean()) {
            throw arguments.failure("offers shallow merging only: the third argument must be false");
        }
        return merged;
    }

    private JsonNode random(Arguments arguments) {
        long from = Math.round(arguments.number(0));
        long to = Math.round(arguments.number(1));
        if (from >= to) {
            throw arguments.failure("takes a start that is less than its end");
        }
        double drawn = arguments.values().size() > 2 ? new Random(arguments.whole(2)).nextDouble() : chance.number();
        return NODES.numberNode(from + (long) (drawn * (to - from)));
    }

    /// Each character of the second argument is a delimiter, and empty pieces are dropped.
    private static JsonNode split(Arguments arguments) {
        var pieces = NODES.arrayNode();
        var delimiters = arguments.text(1);
        var piece = new StringBuilder();
        var text = arguments.text(0);
        for (int i = 0; i < text.length(); i++) {
            if (delimiters.indexOf(text.charAt(i)) >= 0) {
                addPiece(pieces::add, piece);
            } else {
                piece.append(text.charAt(i));
            }
        }
        addPiece(pieces::add, piece);
        return pieces;
    }

    private static void addPiece(java.util.function.Consumer<String> pieces, StringBuilder piece) {
        if (!piece.isEmpty()) {
            pieces.accept(piece.toString());
            piece.setLength(0);
        }
    }

    private static JsonNode parse(Arguments arguments) {
        var text = arguments.text(0);
        try {
            return text.isBlank() ? NODES.nullNode() : Json.parse(text);
        } catch (JsonProcessingException e) {
            throw arguments.failure("was given a text that is not JSON");
        }
    }

    /// The values of one call, taken by type.
    record Arguments(String function, List<JsonNode> values) {

        JsonNode value(int index) {
            if (index >= values.size()) {
                throw failure("needs at least " + (index + 1) + " arguments");
            }
            return values.get(index);
        }

        String text(int index) {
            var value = value(index);
            if (!value.isTextual()) {
                throw failure("needs a string as argument " + (index + 1));
            }
            return value.textValue();
        }

        double number(int index) {
            var value = value(index);
            if (!value.isNumber()) {
                throw failure("needs a number as argument " + (index + 1));
            }
            return value.doubleValue();
        }

        long whole(int index) {
            return Math.round(number(index));
        }

        JsonNode array(int index) {
            return ofType(index, value(index).isArray(), "an array");
        }

        com.fasterxml.jackson.databind.node.ObjectNode object(int index) {
            return (com.fasterxml.jackson.databind.node.ObjectNode)
                    ofType(index, value(index).isObject(), "an object");
        }

        private JsonNode ofType(int index, boolean fits, String type) {
            if (!fits) {
                throw failure("needs " + type + " as argument " + (index + 1));
            }
            return value(index);
        }

        QueryException failure(String what) {
            return QueryException.intrinsic("The intrinsic function 'States.%s' %s.".formatted(function, what));
        }
    }
}
