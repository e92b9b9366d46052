package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.InMemoryMigration;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// A file that is broken as it lies there is read up to its fault; a read that breaks off is another matter.
class BrokenFilesTest {
    private static final String KEY =
            "batch/utterances/version=1/format=jsonl/dt=2026-10-01/hr=08/mi=00/utterances.jsonl.gz";
    private static final int ROWS = 5_000;
    private static final int TRAILER = 8;

    private final byte[] whole = gzip(rows());

    @Test
    void aTruncatedFileIsReadUpToItsEnd() {
        InMemoryMigration migration = read(new Lying(Arrays.copyOf(whole, whole.length / 2)));
        long good = migration.sum(FragmentFile.PHASE, "fragmented");
        assertThat(good).isBetween(ROWS / 3L, ROWS - 1L);
        assertBroken(migration, good + 1, "truncated");
        assertThat(migration.sum(FragmentFile.PHASE, "received")).isEqualTo(good + 1);
        assertThat(migration.sum(FragmentFile.PHASE, "rejected.BROKEN_FILE")).isEqualTo(1);
    }

    @Test
    void aCorruptFileIsReadUpToTheFaultHoweverItsBytesArrive() {
        byte[] corrupt = whole.clone();
        Arrays.fill(corrupt, whole.length / 2, whole.length / 2 + 400, (byte) 0xFF);
        InMemoryMigration migration = read(new Lying(corrupt));
        long good = migration.sum(FragmentFile.PHASE, "fragmented");
        assertThat(good).isBetween(ROWS / 4L, ROWS - 1L);
        InMemoryMigration dripping = read(new Lying(corrupt) {
            @Override
            public InputStream open(String key) {
                return new Dripping(super.open(key));
            }
        });
        assertThat(dripping.tallies).isEqualTo(migration.tallies);
        assertThat(dripping.lists.entries(FragmentFile.REJECTED))
                .isEqualTo(migration.lists.entries(FragmentFile.REJECTED));
    }

    @Test
    void aFileThatIsNotCompressedIsListedFromItsFirstLine() {
        assertBroken(read(new Lying("{\"issue_id\":1}\n".getBytes(StandardCharsets.UTF_8))), 1, "Not in GZIP format");
        assertBroken(read(new Lying(new byte[] {31, (byte) 139, 8, 0, 1, 2, 3})), 1, "truncated");
    }

    @Test
    void aChecksumThatDoesNotHoldIsToldAfterTheLastLine() {
        byte[] changed = whole.clone();
        changed[whole.length - TRAILER]++;
        InMemoryMigration migration = read(new Lying(changed));
        assertThat(migration.sum(FragmentFile.PHASE, "fragmented")).isEqualTo(ROWS);
        assertBroken(migration, ROWS + 1, "Corrupt GZIP trailer");
    }

    @Test
    void aReadThatBreaksOffMayBeTriedAgainAndListsNothing() {
        assertHeals(new Lying(whole) {
            @Override
            public InputStream open(String key) {
                return new Breaking(super.open(key));
            }
        });
    }

    @Test
    void aReadThatEndsBeforeAllBytesHaveArrivedMayBeTriedAgain() {
        assertHeals(new Lying(whole) {
            @Override
            public InputStream open(String key) {
                return new ByteArrayInputStream(whole, 0, whole.length / 2);
            }
        });
    }

    @Test
    void aFileOfSeveralCompressedPartsIsReadToItsEndThoughTheNetworkPausesBetweenThem() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(whole);
        parts.write(
                gzip(
                        "{\"issue_id\":7,\"company_name\":\"acme\",\"created_ts\":\"2026-10-01 08:00:00\",\"sender_type\":\"bot\",\"event_uuid\":\"last\"}\n"));
        InMemoryMigration migration = read(new Lying(parts.toByteArray()) {
            @Override
            public InputStream open(String key) {
                return new Dripping(super.open(key));
            }
        });
        assertThat(migration.sum(FragmentFile.PHASE, "fragmented")).isEqualTo(ROWS + 1);
        assertThat(migration.lists.entries(FragmentFile.REJECTED)).isEmpty();
    }

    private static void assertBroken(InMemoryMigration migration, long line, String detail) {
        assertThat(migration.lists.entries(FragmentFile.REJECTED))
                .filteredOn(entry -> entry.reason().equals("BROKEN_FILE"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.file()).isEqualTo(KEY);
                    assertThat(entry.line()).isEqualTo(line);
                    assertThat(entry.detail()).contains(detail);
                });
    }

    private static void assertHeals(SourceStore source) {
        InMemoryMigration migration = new InMemoryMigration(source, FragmentSettings.of("acme"));
        assertThatThrownBy(() -> migration.extract("batch/")).isInstanceOfSatisfying(FerryException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
            assertThat(failure.code().retriable()).isTrue();
        });
        assertThat(migration.lists.entries(FragmentFile.REJECTED)).isEmpty();
    }

    private static InMemoryMigration read(SourceStore source) {
        InMemoryMigration migration = new InMemoryMigration(source, FragmentSettings.of("acme"));
        migration.extract("batch/");
        return migration;
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        Random texts = new Random(7);
        for (int row = 0; row < ROWS; row++) {
            rows.append(
                    "{\"issue_id\":%d,\"company_name\":\"acme\",\"created_ts\":\"2026-10-01 08:00:00\",\"sender_type\":\"bot\",\"event_uuid\":\"u%d\",\"utterance\":\"%x\"}%n"
                            .formatted(row % 9, row, texts.nextLong()));
        }
        return rows.toString();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /// A store of one finished partition with one file.
    private static class Lying implements SourceStore {
        private final byte[] bytes;

        Lying(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public Stream<SourceObject> list(String prefix) {
            String marker = KEY.substring(0, KEY.lastIndexOf('/')) + "/_SUCCESS";
            return Stream.of(new SourceObject(KEY, bytes.length, "1"), new SourceObject(marker, 0, "1"));
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// A network that gives at most a hundred bytes at once and never says that more are there.
    private static final class Dripping extends FilterInputStream {
        Dripping(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(length, 100));
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /// A network that breaks after some thousand bytes.
    private static final class Breaking extends FilterInputStream {
        private int left = 10_000;

        Breaking(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (left == 0) {
                throw new IOException("Connection reset");
            }
            int read = super.read(buffer, from, Math.min(length, left));
            left -= read;
            return read;
        }
    }
}
