package dev.ferry.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SelectiveReaderTest {
    private static final String RECORD = """
            {"id":"a","skipped":{"id":"x","list":[1,{"id":2}]},"none":null,"rows":[{"id":1,"text":"t"},{},7,[{"id":2}]],
             "numbers":[1,5000000000,123456789012345678901234567890,1.50,-2e3,true,false,null],"nested":{"a":{"b":"ü\\n"}}}
            """;

    private static List<Map<String, Object>> read(String json, Selection selection) throws IOException {
        List<Map<String, Object>> read = new ArrayList<>();
        try (SelectiveReader reader =
                new SelectiveReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), selection)) {
            for (Map<String, Object> next = reader.next(); next != null; next = reader.next()) {
                read.add(next);
            }
        }
        return read;
    }

    private static Map<String, Object> one(Selection selection) throws IOException {
        return read(RECORD, selection).getFirst();
    }

    private static Map<?, ?> object(Object value) {
        return (Map<?, ?>) value;
    }

    @Test
    void readsAllAsUntypedJsonWhereAllIsSelected() throws IOException {
        Map<String, Object> untyped = new ObjectMapper().readValue(RECORD, new TypeReference<>() {});
        assertThat(one(Selection.WHOLE)).isEqualTo(untyped);
    }

    @Test
    void readsObjectAfterObject() throws IOException {
        assertThat(read("{\"id\":1}\n{\"id\":2}\n", Selection.member("id", Selection.WHOLE)))
                .extracting(record -> record.get("id"))
                .containsExactly(1, 2);
        assertThat(read("", Selection.WHOLE)).isEmpty();
    }

    @Test
    void answersForSelectedMembersAlone() throws IOException {
        Map<String, Object> record = one(Selection.member("id", Selection.WHOLE)
                .plus(Selection.member("none", Selection.WHOLE))
                .plus(Selection.member("absent", Selection.WHOLE)));
        assertThat(record.get("id")).isEqualTo("a");
        assertThat(record.get("none")).isNull();
        assertThat(record.containsKey("none")).isTrue();
        assertThat(record.get("absent")).isNull();
        assertThat(record.containsKey("absent")).isFalse();
        assertThatThrownBy(() -> record.get("skipped")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> record.containsKey("skipped")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(record::entrySet).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(record::size).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsSelectedMembersOfEachObjectOfAList() throws IOException {
        Map<String, Object> record = one(Selection.member("rows", Selection.member("id", Selection.WHOLE)));
        List<?> rows = Objects.requireNonNull((List<?>) record.get("rows"));
        assertThat(object(rows.get(0)).get("id")).isEqualTo(1);
        assertThatThrownBy(() -> object(rows.get(0)).get("text")).isInstanceOf(IllegalStateException.class);
        assertThat(object(rows.get(0)).isEmpty()).isFalse();
        assertThat(object(rows.get(1)).isEmpty()).isTrue();
        assertThat(rows.get(2)).isEqualTo(7);
        assertThat(object(((List<?>) rows.get(3)).getFirst()).get("id")).isEqualTo(2);
    }

    @Test
    void readsAllWhereOneOfTwoReadersWantsAll() throws IOException {
        Selection part = Selection.member("nested", Selection.member("other", Selection.WHOLE));
        Selection all = Selection.member("nested", Selection.WHOLE);
        assertThat(one(part.plus(all)).get("nested")).isEqualTo(Map.of("a", Map.of("b", "ü\n")));
        assertThat(all.plus(part)).isEqualTo(all);
    }

    @Test
    void findsEachOfManyMembers() throws IOException {
        Selection selection = Selection.NOTHING;
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            json.append(i == 0 ? "" : ",").append("\"m%d\":%d".formatted(i, i));
            selection = i % 2 == 0 ? selection : selection.plus(Selection.member("m" + i, Selection.WHOLE));
        }
        Map<String, Object> record = read(json + "}", selection).getFirst();
        for (int i = 1; i < 100; i += 2) {
            assertThat(record.get("m" + i)).isEqualTo(i);
        }
    }

    // A name that is not the one that came last at its place.
    @Test
    void readsMembersInWhateverOrderTheyCome() throws IOException {
        String json = """
                {"id":1,"skipped":0,"text":"a","rows":[{"id":1,"text":"x"},{"text":"y","id":2},{"id":3,"other":{},"text":"z"}]}
                {"skipped":{"id":9},"text":"b","id":2}
                {"text":"c","idle":7,"id":3,"tex":1,"texts":2,"te\\u0078t":"d"}
                {}
                { "id" : 4 , "text" : null }
                {"id":5,"":6}
                """;
        Selection members = Selection.member("id", Selection.WHOLE)
                .plus(Selection.member("text", Selection.WHOLE))
                .plus(Selection.member("", Selection.WHOLE));
        List<Map<String, Object>> read = read(json, members.plus(Selection.member("rows", members)));
        assertThat(read).extracting(record -> record.get("id")).containsExactly(1, 2, 3, null, 4, 5);
        assertThat(read).extracting(record -> record.get("text")).containsExactly("a", "b", "d", null, null, null);
        assertThat(read).extracting(record -> record.get("")).containsExactly(null, null, null, null, null, 6);
        assertThat((List<?>) read.getFirst().get("rows"))
                .extracting(row -> object(row).get("id") + "" + object(row).get("text"))
                .containsExactly("1x", "2y", "3z");
    }

    @Test
    void readsOnBeyondMoreNamesThanItKeeps() throws IOException {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            json.append("{\"key%d\":%d,\"id\":%d}\n".formatted(i % 700, i, i));
        }
        List<Map<String, Object>> read = read(json.toString(), Selection.member("id", Selection.WHOLE));
        for (int i = 0; i < 2_000; i++) {
            assertThat(read.get(i).get("id")).isEqualTo(i);
        }
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String broken : List.of("[]", "7", "{\"id\":", "{\"id\":}", "{\"x\":[1,2", "{\"x\":{\"y\":1}")) {
            assertThatThrownBy(() -> read(broken, Selection.member("id", Selection.WHOLE)))
                    .as(broken)
                    .isInstanceOf(IOException.class);
        }
    }
}
