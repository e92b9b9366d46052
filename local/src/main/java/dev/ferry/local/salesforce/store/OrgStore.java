package dev.ferry.local.salesforce.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.journal.Journal;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All records of the org.
///
/// *Threading*: safe for concurrent use; one writer at a time, readers beside each other. A write blocks until its
/// transaction is in the journal.
public final class OrgStore implements AutoCloseable {
    private final OrgSchema schema;
    private final Path directory;
    private final Map<SObjectType, Table> tables = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final JournalCodec codec = new JournalCodec();
    private final Journal journal;
    private final TextStore texts;
    // Guarded by the write lock: the transaction in progress, which inner writes of the same thread join.
    private @Nullable Transaction current;

    /// Opens the store in a directory, without reading what is there: see [#replay].
    public OrgStore(OrgSchema schema, Path directory) {
        this.schema = schema;
        this.directory = directory;
        try {
            Files.createDirectories(directory.resolve("files"));
            this.journal = new Journal(directory.resolve("journal.jsonl"));
            this.texts = new TextStore(directory.resolve("texts.bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the store in " + directory, e);
        }
    }

    /// Reads the journal of an earlier run; must be called once, before anything is written.
    ///
    /// @param events receives the events in the order in which they were committed
    public void replay(Consumer<JsonNode> events) {
        try {
            journal.replay(line -> {
                JsonNode transaction = codec.decode(line);
                transaction.path("e").forEach(events);
                transaction.path("m").forEach(mutation -> {
                    Table table = table(schema.require(mutation.get(0).textValue()));
                    table.put(codec.row(
                            schema,
                            mutation,
                            table.find(mutation.get(1).textValue()).orElse(null)));
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Replaying the journal in " + directory, e);
        }
    }

    /// What the objects look like.
    public OrgSchema schema() {
        return schema;
    }

    /// The directory that everything is kept in.
    public Path directory() {
        return directory;
    }

    /// The file with the binary body of a record.
    public Path file(String id) {
        return directory.resolve("files").resolve(id);
    }

    /// The rows of an object.
    public Table table(SObjectType type) {
        Table table = tables.get(type);
        return table == null ? tables.computeIfAbsent(type, Table::new) : table;
    }

    /// The row with that id, binned or live, whatever its object.
    public Optional<Row> row(String id) {
        return read(() -> schema.ofId(id).flatMap(type -> table(type).find(id)));
    }

    /// The text of a value that may be a [LongText].
    public String text(Object value) {
        return value instanceof LongText stored ? texts.get(stored) : String.valueOf(value);
    }

    /// Reads while nobody writes.
    public <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Writes alone. The transaction is committed when the work returns, and undone when it throws. A write within
    /// a write joins the outer transaction.
    public <T> T write(Function<Transaction, T> work) {
        lock.writeLock().lock();
        try {
            Transaction outer = current;
            return outer == null ? committed(work) : work.apply(outer);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T committed(Function<Transaction, T> work) {
        Transaction transaction = new Transaction(this);
        current = transaction;
        boolean committed = false;
        try {
            T result = work.apply(transaction);
            if (!transaction.empty()) {
                texts.flush();
                journal.append(codec.encode(transaction.mutations(), transaction.events()));
            }
            committed = true;
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the journal in " + directory, e);
        } finally {
            current = null;
            if (!committed) {
                transaction.rollBackTo(0);
            }
        }
    }

    TextStore texts() {
        return texts;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            texts.close();
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the store in " + directory, e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
