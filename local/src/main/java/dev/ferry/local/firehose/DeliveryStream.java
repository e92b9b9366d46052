package dev.ferry.local.firehose;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stream: the file that records are added to, and the filled files that wait for their delivery.
///
/// A filled file has the name of the object that it becomes, so a delivery that is repeated writes the same object
/// again.
///
/// *Threading*: safe for concurrent use.
final class DeliveryStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStream.class);
    private static final String OPEN = "open";
    private static final String FILLED = ".filled";
    private static final int DAY_LENGTH = "yyyy-MM-dd".length();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);

    private final StreamDescription description;
    private final Path directory;
    private final FirehoseEngine.ObjectPut destination;
    private final Clock clock;
    private final Supplier<String> ids;
    private final ReentrantLock adding = new ReentrantLock();
    private final ReentrantLock delivering = new ReentrantLock();
    private RecordFile open;
    private Instant first;

    private DeliveryStream(StreamDescription description, Site site, RecordFile open) {
        this.description = description;
        this.directory = site.directory();
        this.destination = site.destination();
        this.clock = site.clock();
        this.ids = site.ids();
        this.open = open;
        this.first = clock.instant();
    }

    /// Where a stream is and what it works with.
    ///
    /// @param ids a fresh id for each object
    record Site(Path directory, FirehoseEngine.ObjectPut destination, Clock clock, Supplier<String> ids) {}

    static DeliveryStream open(StreamDescription description, Site site) throws IOException {
        Files.createDirectories(site.directory());
        return new DeliveryStream(
                description, site, RecordFile.open(site.directory().resolve(OPEN)));
    }

    StreamDescription description() {
        return description;
    }

    /// Keeps a record. It outlives the process when this returns.
    void put(byte[] record) throws IOException {
        adding.lock();
        try {
            if (open.length() == 0) {
                first = clock.instant();
            }
            open.append(record);
        } finally {
            adding.unlock();
        }
    }

    /// Delivers what is due; what cannot be delivered now stays due.
    void deliverDue() {
        deliver(false);
    }

    /// Delivers everything.
    void deliverAll() {
        deliver(true);
    }

    private void deliver(boolean all) {
        delivering.lock();
        try {
            fill(all);
            for (Path filled : filled()) {
                deliver(filled);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("stream {} could not deliver and tries again", description.name(), e);
        } finally {
            delivering.unlock();
        }
    }

    private void fill(boolean all) throws IOException {
        adding.lock();
        try {
            Duration waited = Duration.between(first, clock.instant());
            boolean due = open.length() >= description.buffer().bytes()
                    || waited.compareTo(description.buffer().time()) >= 0;
            if (open.length() > 0 && (all || due)) {
                open.close();
                String name = "%s-%s-%s".formatted(description.name(), MOMENT.format(clock.instant()), ids.get());
                Files.move(open.path(), directory.resolve(name + FILLED), StandardCopyOption.ATOMIC_MOVE);
                open = RecordFile.open(directory.resolve(OPEN));
            }
        } finally {
            adding.unlock();
        }
    }

    private List<Path> filled() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(FILLED))
                    .sorted()
                    .toList();
        }
    }

    private void deliver(Path filled) throws IOException {
        Path packed = directory.resolve("packed.part");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            RecordFile.read(filled, out);
        }
        String name = filled.getFileName().toString().replace(FILLED, "");
        int moment = description.name().length() + 1;
        String day = name.substring(moment, moment + DAY_LENGTH);
        destination.put(
                description.bucket(), description.prefix() + day + '/' + name + description.extension(), packed);
        Files.delete(packed);
        Files.delete(filled);
    }

    @Override
    public void close() {
        adding.lock();
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            adding.unlock();
        }
    }
}
