package dev.ferry.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.json.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final Selection ID = Selection.member("id", Selection.WHOLE);

    private final WorkStore store = new InMemoryWorkStore();

    @Test
    void readsAllFilesInTheOrderOfTheirNames() {
        for (int file = 0; file < 100; file++) {
            try (JsonLines.Writer lines = JsonLines.write(store, "lists/%03d.jsonl".formatted(99 - file))) {
                for (int line = 0; line < 3; line++) {
                    lines.write(Map.of("at", (99 - file) * 3 + line));
                }
                lines.commit();
            }
        }
        try (Stream<Map<String, Object>> lines = JsonLines.readAll(store, "lists/")) {
            assertThat(lines.map(line -> line.get("at")))
                    .isEqualTo(IntStream.range(0, 300).boxed().toList());
        }
    }

    @Test
    void hasNoLinesWhereThereAreNoFiles() {
        assertThat(JsonLines.readAll(store, "lists/")).isEmpty();
        assertThat(JsonLines.read(store, "lists/a.jsonl")).isEmpty();
    }

    @Test
    void readsTheSelectedMembersOfEachLine() {
        write("a.jsonl", "{\"id\":1,\"text\":\"t\"}\n{\"id\":2}\n");
        try (Stream<Map<String, Object>> lines = JsonLines.read(store, "a.jsonl", ID)) {
            assertThat(lines.map(line -> line.get("id"))).containsExactly(1, 2);
        }
        assertThat(JsonLines.read(store, "absent.jsonl", ID)).isEmpty();
    }

    @Test
    void namesTheFileWhoseSelectedMembersCannotBeRead() {
        write("a.jsonl", "{\"id\":1}\n{\"id\":");
        try (Stream<Map<String, Object>> lines = JsonLines.read(store, "a.jsonl", ID)) {
            assertThatThrownBy(lines::toList)
                    .isInstanceOf(FerryException.class)
                    .hasMessage("could not read work file a.jsonl");
        }
    }

    private void write(String name, String text) {
        try (WorkFile file = store.create(name)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void passesOnWhyAFileCannotBeOpened() {
        WorkStore failing = new Failing(store);
        for (String name : List.of("a", "b", "broken", "c")) {
            try (JsonLines.Writer lines = JsonLines.write(store, name)) {
                lines.write(Map.of("name", name));
                lines.commit();
            }
        }
        assertThatThrownBy(() -> JsonLines.readAll(failing, "").toList())
                .isInstanceOf(FerryException.class)
                .hasMessage("the store is away");
    }

    private record Failing(WorkStore store) implements WorkStore {
        @Override
        public WorkFile create(String name) {
            return store.create(name);
        }

        @Override
        public Optional<InputStream> open(String name) {
            if (name.equals("broken")) {
                throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "the store is away");
            }
            return store.open(name);
        }

        @Override
        public boolean exists(String name) {
            return store.exists(name);
        }

        @Override
        public List<String> list(String prefix) {
            return store.list(prefix);
        }
    }
}
