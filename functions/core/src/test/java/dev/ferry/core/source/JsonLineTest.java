package dev.ferry.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private final JsonLine json = new JsonLine();

    /// Halves of surrogate pairs are among them.
    @Test
    void writesEveryCharacterAsJacksonDoes() throws JsonProcessingException {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            writesAsJackson("" + (char) c);
            writesAsJackson("a" + (char) c + "b");
        }
    }

    @Test
    void writesPairsOfSurrogatesAsJacksonDoes() throws JsonProcessingException {
        writesAsJackson("\uD83D\uDE42 and \uDE42\uD83D");
    }

    @Test
    void growsForTextsOfAnyLength() throws JsonProcessingException {
        for (int length : List.of(0, 4093, 4094, 4095, 4096, 4097, 20_000)) {
            writesAsJackson("a".repeat(length));
            writesAsJackson("a\n".repeat(length));
            writesAsJackson("\u00e9".repeat(length));
            writesAsJackson("\u0001".repeat(length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0, -0.0, 1, -1, 7.5, 100, 1e6, 9_999_999, 1e7, -1e7, 12_345_678, 1e-3, 1e-4, 0.1, 1e300, 2147483648.0
            })
    void writesNumbersAsJacksonDoes(double number) throws JsonProcessingException {
        json.number(number);
        assertThat(written()).isEqualTo(JACKSON.writeValueAsString(number));
    }

    @Test
    void separatesMembersAndElements() {
        json.startObject();
        json.name("a");
        json.startArray();
        IntStream.range(0, 3).forEach(i -> {
            json.element();
            json.literal(Integer.toString(i));
        });
        json.endArray();
        json.anyName("\"b\"");
        json.startObject();
        json.endObject();
        json.name("c");
        json.quoted("d");
        json.endObject();
        assertThat(written()).isEqualTo("{\"a\":[0,1,2],\"\\\"b\\\"\":{},\"c\":\"d\"}");
    }

    private static void writesAsJackson(String text) throws JsonProcessingException {
        JsonLine line = new JsonLine();
        line.text(text);
        assertThat(line.toBytes()).isEqualTo(JACKSON.writeValueAsBytes(text));
    }

    private String written() {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }
}
