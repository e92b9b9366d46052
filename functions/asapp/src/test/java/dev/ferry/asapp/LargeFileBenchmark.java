package dev.ferry.asapp;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.Tally;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// One partition file of many gigabytes through extraction in a small heap. Nothing is kept of what it stages, so
/// the heap is that of extraction itself.
///
/// The rows are made while they are read: every fiftieth is cut off in the middle, conversations have ten messages.
///
/// ```
/// ./mvnw -q -Dquick -pl functions/asapp -am test-compile
/// java -Xmx512m -Dferry.gigabytes=10 -cp CLASSPATH dev.ferry.asapp.LargeFileBenchmark
/// ```
public final class LargeFileBenchmark {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final String KEY =
            "batch/utterances/version=1/format=jsonl/dt=2026-10-01/hr=08/mi=00/utterances.jsonl";
    private static final int ROWS_OF_A_CONVERSATION = 10;
    private static final int POISON = 50;
    private static final String TEXT = "I would like to book a table for four people at seven in the evening, please. ";

    private LargeFileBenchmark() {}

    /// Reads one file and prints what it came to.
    public static void main(String[] args) {
        long bytes = (long) (Double.parseDouble(System.getProperty("ferry.gigabytes", "10")) * GIGABYTE);
        SourceObject object = new SourceObject(KEY, bytes, "made");
        StagingPorts ports = new StagingPorts(new NoFragments(), new NoBodies(), new NoLinks(), (_, _, _) -> {}, "r1");
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Tally tally = new FragmentFile(
                        new Made(bytes), FeedCatalogue.standard(), ports, FragmentSettings.of("gardenco"))
                .run(WorkUnit.of(object));
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%s%n%.1f s of processor time, %.1f MB/s, heap at most %d MB%n",
                tally.counts(),
                seconds,
                tally.count("bytes") / 1e6 / seconds,
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    /// An export of one file that is made while it is read.
    private record Made(long bytes) implements SourceStore {
        @Override
        public Stream<SourceObject> list(String prefix) {
            return Stream.of(new SourceObject(KEY, bytes, "made"));
        }

        @Override
        public InputStream open(String key) {
            return new Rows(bytes);
        }
    }

    /// Rows until there are enough bytes.
    private static final class Rows extends InputStream {
        private final long most;
        private long made;
        private long row;
        private byte[] line = new byte[0];
        private int at;

        Rows(long most) {
            this.most = most;
        }

        @Override
        public int read() {
            return refill() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!refill()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean refill() {
            if (at < line.length) {
                return true;
            }
            if (made >= most) {
                return false;
            }
            String text = """
                    {"created_ts":"2026-10-01 08:%02d:%02d.%03d","issue_id":%d,"sender_id":%d,"sender_type":"customer",\
                    "utterance_type":"text","utterance":"%s","event_uuid":"%016x","instance_ts":"2026-10-01 09:05:00",\
                    "company_name":"gardenco"}
                    """.formatted(
                    row / 60 % 60, row % 60, row % 1000, 1000 + row / ROWS_OF_A_CONVERSATION, row % 977, TEXT, row);
            row++;
            line = (row % POISON == 0 ? text.substring(0, text.length() / 2) + "\n" : text)
                    .getBytes(StandardCharsets.UTF_8);
            made += line.length;
            at = 0;
            return true;
        }
    }

    private static final class NoFragments implements FragmentStore {
        @Override
        public void putAll(Collection<Fragment> fragments) {
            // Nothing is kept.
        }

        @Override
        public Stream<Fragment> bucket(EntityKind kind, Bucket bucket) {
            return Stream.empty();
        }

        @Override
        public List<Fragment> ofEntity(EntityKind kind, String entityId) {
            return List.of();
        }
    }

    private static final class NoBodies implements BodyStore {
        @Override
        public BodyHash put(byte[] body) {
            return BodyHash.of(body);
        }

        @Override
        public byte[] get(BodyHash hash) {
            throw new IllegalStateException("nothing is kept");
        }
    }

    private static final class NoLinks implements LinkStore {
        @Override
        public void putAll(Collection<LinkChunk> chunks) {}

        @Override
        public Stream<LinkChunk> all() {
            return Stream.empty();
        }
    }
}
