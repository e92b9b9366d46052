package dev.ferry.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every work store does, whatever it stands on. Subclasses give an empty store.
public abstract class WorkStoreContractTest {
    /// More than two parts of a multipart upload, and not a whole number of them. *Units*: bytes.
    private static final int LARGE = 19 * 1024 * 1024 + 7;

    /// A new and empty store.
    protected abstract WorkStore emptyStore();

    @Test
    void givesBackWhatWasWritten() throws IOException {
        WorkStore store = emptyStore();
        write(store, "runs/r1/a.json", "{}");
        assertThat(read(store, "runs/r1/a.json")).isEqualTo("{}");
    }

    @Test
    void aWriterThatFailsLeavesNothingBehind() {
        WorkStore store = emptyStore();
        assertThatThrownBy(() -> fail(store, "runs/r1/a.json", 3)).hasMessage("the writer failed");
        assertThat(store.open("runs/r1/a.json")).isEmpty();
        assertThat(store.exists("runs/r1/a.json")).isFalse();
        assertThat(store.list("runs/")).isEmpty();
    }

    @Test
    void aWriterThatFailsInALargeFileLeavesNothingBehind() {
        WorkStore store = emptyStore();
        assertThatThrownBy(() -> fail(store, "large", LARGE)).hasMessage("the writer failed");
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aWriterThatFailsLeavesWhatStoodThere() throws IOException {
        WorkStore store = emptyStore();
        write(store, "a", "before");
        assertThatThrownBy(() -> fail(store, "a", 3)).hasMessage("the writer failed");
        assertThat(read(store, "a")).isEqualTo("before");
    }

    @Test
    void refusesToCommitWhatWasClosed() throws IOException {
        WorkStore store = emptyStore();
        WorkFile file = store.create("a");
        file.write('x');
        file.close();
        assertThatThrownBy(file::commit).isInstanceOf(IllegalStateException.class);
        assertThat(store.exists("a")).isFalse();
    }

    @Test
    void hasNoFileBeforeItIsCommitted() throws IOException {
        WorkStore store = emptyStore();
        try (WorkFile out = store.create("runs/r1/a.json")) {
            out.write('x');
            assertThat(store.open("runs/r1/a.json")).isEmpty();
            assertThat(store.list("runs/")).isEmpty();
            out.commit();
        }
        assertThat(store.list("runs/")).containsExactly("runs/r1/a.json");
    }

    @Test
    void replacesAFileThatIsWrittenAgain() throws IOException {
        WorkStore store = emptyStore();
        write(store, "a", "a longer text");
        write(store, "a", "short");
        assertThat(read(store, "a")).isEqualTo("short");
    }

    @Test
    void knowsAnEmptyFile() throws IOException {
        WorkStore store = emptyStore();
        write(store, "empty", "");
        assertThat(read(store, "empty")).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(emptyStore().open("runs/r1/missing")).isEmpty();
    }

    @Test
    void listsNamesBelowAPrefixInAscendingOrder() throws IOException {
        WorkStore store = emptyStore();
        for (String name : new String[] {"b/2", "b/10", "a/1", "b/1", "c"}) {
            write(store, name, "x");
        }
        assertThat(store.list("b/")).containsExactly("b/1", "b/10", "b/2");
        assertThat(store.list("nothing/")).isEmpty();
    }

    @Test
    void knowsWhichFilesThereAre() throws IOException {
        WorkStore store = emptyStore();
        write(store, "a/10", "");
        assertThat(store.exists("a/10")).isTrue();
        assertThat(store.exists("a/1")).isFalse();
    }

    @Test
    void keepsALargeFileByteForByte() throws IOException {
        WorkStore store = emptyStore();
        byte[] content = new byte[LARGE];
        new Random(7).nextBytes(content);
        try (WorkFile out = store.create("large")) {
            out.write(content[0]);
            out.write(content, 1, 100_000);
            out.write(content, 100_001, LARGE - 100_001);
            out.commit();
        }
        try (InputStream in = store.open("large").orElseThrow()) {
            assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
        }
    }

    private static void fail(WorkStore store, String name, int after) throws IOException {
        try (WorkFile out = store.create(name)) {
            out.write(new byte[after]);
            throw new IllegalArgumentException("the writer failed");
        }
    }

    private static void write(WorkStore store, String name, String text) throws IOException {
        try (WorkFile out = store.create(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
    }

    private static String read(WorkStore store, String name) throws IOException {
        try (InputStream in = store.open(name).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
