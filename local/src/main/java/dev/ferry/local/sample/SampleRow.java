package dev.ferry.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One row of a feed, with numbers, times and absent values spelled in the odd ways that real exports mix.
final class SampleRow {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<DateTimeFormatter> SPELLINGS = Stream.of(
                    "uuuu-MM-dd HH:mm:ss",
                    "uuuu-MM-dd HH:mm:ss'+00:00'",
                    "uuuu-MM-dd HH:mm:ss.SSS",
                    "uuuu-MM-dd HH:mm:ss.SSSSSS'+00:00'",
                    "uuuu-MM-dd'T'HH:mm:ss",
                    "uuuu-MM-dd'T'HH:mm:ss'+00:00'",
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'",
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC))
            .toList();

    private final ObjectNode json = MAPPER.createObjectNode();
    private final Random random;

    SampleRow(Random random) {
        this.random = random;
    }

    /// A number, now and then as a string.
    SampleRow id(String column, long value) {
        if (random.nextInt(10) == 0) {
            json.put(column, Long.toString(value));
        } else {
            json.put(column, value);
        }
        return this;
    }

    /// A text; null is written, or left out.
    SampleRow text(String column, @Nullable String value) {
        if (value != null || random.nextInt(4) > 0) {
            json.put(column, value);
        }
        return this;
    }

    /// A number of seconds or messages.
    SampleRow number(String column, double value) {
        json.put(column, value);
        return this;
    }

    /// A boolean in one of its spellings.
    SampleRow flag(String column, boolean value) {
        switch (random.nextInt(4)) {
            case 0 -> json.put(column, value ? 1 : 0);
            case 1 -> json.put(column, value ? "TRUE" : "FALSE");
            default -> json.put(column, value);
        }
        return this;
    }

    /// A time of whole seconds, in any of the eight spellings; null is written, or left out.
    SampleRow time(String column, @Nullable Instant value) {
        return text(
                column, value == null ? null : SPELLINGS.get(random.nextInt(8)).format(value));
    }

    /// The row as one line.
    String line() {
        return json.toString();
    }
}
