package dev.ferry.local.intercom.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.intercom.http.ApiException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One filter: a field's value against what was asked for.
///
/// @param timezone the one that days begin in
record Comparison(FieldType type, String operator, JsonNode wanted, ZoneId timezone) {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    boolean holds(List<JsonNode> values) {
        return switch (operator) {
            case "=" -> matches(values, wanted);
            case "!=" -> !matches(values, wanted);
            case "IN" -> in(values);
            case "NIN" -> !in(values);
            case "~" -> contains(values);
            case "!~" -> !contains(values);
            case "^" -> values.stream().anyMatch(value -> text(value).startsWith(text(wanted)));
            case "$" -> values.stream().anyMatch(value -> text(value).endsWith(text(wanted)));
            default -> values.stream().anyMatch(this::ordered);
        };
    }

    private boolean in(List<JsonNode> values) {
        for (JsonNode one : wanted) {
            if (matches(values, one)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(List<JsonNode> values, JsonNode one) {
        if (one.isNull()) {
            return values.isEmpty();
        }
        return values.stream().anyMatch(value -> equal(value, one));
    }

    private boolean equal(JsonNode value, JsonNode one) {
        return switch (type) {
            case TEXT -> value.asText().equals(one.asText());
            case ADDRESS -> text(value).equals(text(one));
            case WORDS -> words(value).contains(text(one));
            case FLAG -> value.asText().equals(one.asText());
            case NUMBER, MOMENT -> number(value) == number(one);
            case DAY -> day(value) == day(one);
        };
    }

    private boolean contains(List<JsonNode> values) {
        return values.stream()
                .anyMatch(value -> type == FieldType.WORDS
                        ? words(value).contains(text(wanted))
                        : text(value).contains(text(wanted)));
    }

    private boolean ordered(JsonNode value) {
        boolean orEqual = type == FieldType.MOMENT || operator.length() > 1;
        int order = switch (type) {
            case DAY -> Long.compare(day(value), day(wanted));
            case NUMBER, MOMENT -> Double.compare(number(value), number(wanted));
            default -> value.asText().compareTo(wanted.asText());
        };
        return (orEqual && order == 0) || (operator.startsWith("<") ? order < 0 : order > 0);
    }

    private static List<String> words(JsonNode value) {
        return WORD.splitAsStream(TAG.matcher(text(value)).replaceAll(" ")).toList();
    }

    private static String text(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }

    private long day(JsonNode value) {
        return Instant.ofEpochSecond((long) number(value))
                .atZone(timezone)
                .toLocalDate()
                .toEpochDay();
    }

    private static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        try {
            return Double.parseDouble(value.asText());
        } catch (NumberFormatException e) {
            throw ApiException.invalid("value must be a number");
        }
    }
}
