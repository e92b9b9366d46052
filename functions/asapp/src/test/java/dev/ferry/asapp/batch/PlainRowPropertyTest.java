package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.staging.RowCells;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainRowPropertyTest {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PIECES =
            "{~}~[~]~:~,~ ~\t~\"~\\~\\\"~\\n~\\u00e9~\\ud83d~\\u12~\u00e9~\uD83D\uDE00~\u0001~"
                    + "\"a\"~\"b\"~\"c\"~\"a\":~\"b\":~\"a\":\"x\"~1~-~0~01~.5~e+2~1E5~true~null~nul~false";
    private static final List<String> COLUMNS = List.of("a", "b");

    /// What is plain must mean to a parser what it means here, however odd the line; rows in sequence, since names
    /// are expected in the order of the row before.
    @Property(tries = 3000)
    void saysOfAPlainLineWhatAParserSays(@ForAll("lines") List<String> lines) throws IOException {
        PlainRow plain = new PlainRow(COLUMNS);
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (plain.read(bytes, 0, bytes.length)) {
                Map<String, @Nullable String> parsed = parse(line);
                for (int column = 0; column < COLUMNS.size(); column++) {
                    String name = COLUMNS.get(column);
                    assertThat(plain.text(column)).as(line).isEqualTo(parsed.get(name));
                    assertThat(plain.token(column) != null).as(line).isEqualTo(parsed.containsKey(name));
                }
                assertThat(plain.cells().isPresent()).as(line).isEqualTo(!line.equals("{}") && !hasBlanks(line));
                plain.cells()
                        .ifPresent(cells -> assertThat(cells.json()).as(line).isEqualTo(bytes));
                assertThat(plain.others())
                        .as(line)
                        .containsAll(parsed.keySet().stream()
                                .filter(name -> !COLUMNS.contains(name))
                                .toList());
            }
        }
    }

    @Test
    void takesRowsAsTheyComeInFeeds() {
        assertThat(texts("{\"a\":\"x\", \"c\": 1, \"b\": -1.50e3 }")).containsExactly("x", "-1.50e3");
        assertThat(texts("{\"b\":\"\",\"a\":true}")).containsExactly("true", "");
        assertThat(texts("{\"a\":null}")).containsOnlyNulls();
        assertThat(texts("{\"a\":\"\\u00e9\\n\\\"é\uD83D\uDE00\\ud83d\",\"b\":0}"))
                .containsExactly("é\n\"é\uD83D\uDE00\uD83D", "0");
        assertThat(texts("{}")).containsOnlyNulls();
    }

    @Test
    void tellsARowByItsCells() {
        PlainRow plain = new PlainRow(COLUMNS);
        byte[] buffer = "..{\"b\":\"x\\n\",\"c\":1,\"a\":null}..".getBytes(StandardCharsets.UTF_8);
        byte[] row = Arrays.copyOfRange(buffer, 2, buffer.length - 2);
        assertThat(plain.read(buffer, 2, row.length)).isTrue();
        RowCells cells = plain.cells().orElseThrow();
        assertThat(cells.shape().names()).containsExactly("b", "c", "a");
        assertThat(Arrays.asList(cells.text(0), cells.text(1), cells.text(2))).containsExactly("x\n", "1", null);
        assertThat(cells.json()).isEqualTo(row);
    }

    @Test
    void rowsThatLeaveNamesOutHaveShapesOfTheirOwn() {
        PlainRow plain = new PlainRow(COLUMNS);
        List<String> lines = List.of("{\"a\":1,\"b\":2}", "{\"a\":1}", "{\"b\":2}", "{\"b\":2,\"a\":1}");
        for (int round = 0; round < 2; round++) {
            for (String line : lines) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                assertThat(plain.read(bytes, 0, bytes.length)).isTrue();
                assertThat(plain.cells().orElseThrow().json()).as(line).isEqualTo(bytes);
            }
        }
    }

    @Test
    void doesNotTellRowsByTheirCellsThatHaveDataAsNames() {
        PlainRow plain = new PlainRow(COLUMNS);
        int told = 0;
        for (int i = 0; i < 11_000; i++) {
            byte[] bytes = "{\"%d\":1,\"a\":%d}".formatted(i, i).getBytes(StandardCharsets.UTF_8);
            assertThat(plain.read(bytes, 0, bytes.length)).isTrue();
            assertThat(plain.text(0)).isEqualTo(String.valueOf(i));
            told += plain.cells().isPresent() ? 1 : 0;
        }
        assertThat(told)
                .as("10,000 names in their places are remembered, two a row")
                .isEqualTo(5_000);
    }

    /// Nothing is kept for each of the names: a heap of 512 MB takes many such lines.
    @Test
    void takesALineWithAMillionNamesThatAreTheSame() {
        PlainRow plain = new PlainRow(COLUMNS);
        for (String name : List.of("x", "y", "z")) {
            String line = "{\"" + name + "\":1" + ",\"\":1".repeat(1_000_000) + ",\"a\":\"found\"}";
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(plain.read(bytes, 0, bytes.length)).isTrue();
            assertThat(plain.text(0)).isEqualTo("found");
            assertThat(plain.cells()).isEmpty();
        }
    }

    @Test
    void doesNotTellRowsByTheirCellsWhoseNamesTakeTooMuch() {
        PlainRow plain = new PlainRow(COLUMNS);
        String name = "n".repeat(3_000_000);
        List<Boolean> told = new ArrayList<>();
        for (String line :
                List.of("{\"%s\":1}", "{\"%s\":1,\"a\":1}", "{\"%s\":1,\"b\":1}", "{\"a\":1}", "{\"%s\":1}")) {
            byte[] bytes = line.formatted(name).getBytes(StandardCharsets.UTF_8);
            assertThat(plain.read(bytes, 0, bytes.length)).isTrue();
            told.add(plain.cells().isPresent());
        }
        assertThat(told).containsExactly(true, true, false, false, true);
    }

    @Test
    void leavesOtherLinesToAParser() {
        for (String line : List.of(
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":1,\"a\":2}",
                "{\"\\u0061\":1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":1}{}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":NaN}",
                "{\"a\":nullx}",
                "{\"a\":\"x",
                "[]",
                "")) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(new PlainRow(COLUMNS).read(bytes, 0, bytes.length))
                    .as(line)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES.split("~"));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("1", "-0.5", "null", "true", "\"\"", "1e400", "00", "[1]"),
                pieces.list().ofMaxSize(4).map(parts -> "\"" + String.join("", parts) + "\""),
                pieces);
        Arbitrary<String> members = values.flatMap(
                value -> Arbitraries.of("a", "b", "c", "d\u00e9", "").map(name -> "\"" + name + "\":" + value));
        Arbitrary<String> objects =
                members.list().ofMaxSize(4).map(all -> all.stream().collect(Collectors.joining(",", "{", "}")));
        Arbitrary<String> noise = pieces.list().ofMaxSize(9).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(objects, objects, noise).list().ofMaxSize(4);
    }

    private static Map<String, @Nullable String> parse(String line) throws IOException {
        Map<String, @Nullable String> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(line.getBytes(StandardCharsets.UTF_8))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                assertThat(value.isScalarValue()).as(line).isTrue();
                values.put(name, value == JsonToken.VALUE_NULL ? null : json.getText());
            }
            assertThat(json.nextToken()).as(line).isNull();
        }
        return values;
    }

    /// Outside of strings.
    private static boolean hasBlanks(String line) {
        return line.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "").matches("(?s).*[ \t\r\n].*");
    }

    private static List<@Nullable String> texts(String line) {
        PlainRow plain = new PlainRow(COLUMNS);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(plain.read(bytes, 0, bytes.length)).isTrue();
        return Arrays.asList(plain.text(0), plain.text(1));
    }
}
