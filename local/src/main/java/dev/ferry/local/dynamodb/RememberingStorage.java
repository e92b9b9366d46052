package dev.ferry.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.OnDemandThroughput;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughput;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// DynamoDB Local's own storage, in the same file and form, which remembers what its tables look like. Left to itself
/// it reads a table's description out of its file and parses it five times for every item that is written, and makes
/// a transaction of each of the three steps of a write.
///
/// Only a [PlainTable] is remembered. Any other, and whatever goes wrong, is left to the engine, which then says it
/// in its own words.
///
/// *Threading*: safe for concurrent use; the engine has one thread for its file.
final class RememberingStorage extends SQLiteDBAccess {
    private final Map<String, Remembered> tables = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /// Held for writing while somebody has a transaction open: what others do meanwhile must not become part of it.
    private final ReentrantReadWriteLock transaction = new ReentrantReadWriteLock();

    RememberingStorage(File database) {
        super(database);
    }

    /// A table as it was after so many changes of tables; after one more it has to be looked at again.
    private record Remembered(long changes, PlainTable table) {}

    /// Work for the engine's thread.
    @FunctionalInterface
    private interface Work<T> {
        T on(SQLiteConnection connection) throws SQLiteException;
    }

    /// Syncs the disk when the log is copied into the file, and no longer with each commit, and copies it some sixty
    /// MB at a time; keeps what a statement may have to take back in memory, and not in a file that is made and
    /// deleted with each; locks the file once, since nobody else opens it; and keeps more of it in memory.
    void spareTheDisk() throws InterruptedException, ExecutionException {
        done(connection -> connection
                .exec("PRAGMA synchronous=NORMAL")
                .exec("PRAGMA temp_store=MEMORY")
                .exec("PRAGMA locking_mode=EXCLUSIVE")
                .exec("PRAGMA wal_autocheckpoint=16000")
                .exec("PRAGMA cache_size=-65536"));
    }

    @Override
    public @Nullable TableInfo getTableInfo(String name) {
        PlainTable known = remembered(name);
        return known == null ? lookAt(name) : known.description();
    }

    private @Nullable PlainTable plain(String name) {
        PlainTable known = remembered(name);
        if (known != null) {
            return known;
        }
        TableInfo description = lookAt(name);
        return description == null ? null : PlainTable.of(description).orElse(null);
    }

    private @Nullable PlainTable remembered(String name) {
        Remembered known = tables.get(name);
        return known != null && known.changes() == changes.get() ? known.table() : null;
    }

    private @Nullable TableInfo lookAt(String name) {
        long before = changes.get();
        TableInfo description = super.getTableInfo(name);
        if (description != null) {
            PlainTable.of(description).ifPresent(table -> tables.put(name, new Remembered(before, table)));
        }
        return description;
    }

    @Override
    public @Nullable Map<String, AttributeValue> getRecord(String name, Map<String, AttributeValue> key) {
        PlainTable table = plain(name);
        if (table != null) {
            try {
                Optional<byte[]> stored = besideTransactions(connection -> table.read(connection, key));
                return stored.isEmpty() ? null : PlainTable.item(stored.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | CancellationException | IOException _) {
                // Said by the engine, which tries once more.
            }
        }
        return super.getRecord(name, key);
    }

    @Override
    public void putRecord(
            String name,
            Map<String, AttributeValue> item,
            AttributeValue hashKey,
            @Nullable AttributeValue rangeKey,
            boolean isUpdate) {
        PlainTable table = plain(name);
        if (table != null) {
            try {
                PlainTable.Row row = table.row(item);
                besideTransactions(connection -> table.write(connection, row));
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | CancellationException | IOException _) {
                // Said by the engine, which tries once more: to put an item twice is to put it once.
            }
        }
        super.putRecord(name, item, hashKey, rangeKey, isUpdate);
    }

    private <T> T besideTransactions(Work<T> work) throws InterruptedException, ExecutionException {
        transaction.readLock().lock();
        try {
            return done(work);
        } finally {
            transaction.readLock().unlock();
        }
    }

    // A queue that has been stopped cancels what comes later, and a cancelled job answers null.
    private <T> T done(Work<T> work) throws InterruptedException, ExecutionException {
        SQLiteJob<T> job = queue.execute(new SQLiteJob<>() {
            @Override
            protected T job(SQLiteConnection connection) throws SQLiteException {
                return work.on(connection);
            }
        });
        T result = job.get();
        if (job.isCancelled()) {
            throw new CancellationException("the storage is closed");
        }
        return result;
    }

    @Override
    public byte @Nullable [] beginTransaction(String id) {
        transaction.writeLock().lock();
        try {
            return super.beginTransaction(id);
        } catch (RuntimeException e) {
            endTransaction();
            throw e;
        }
    }

    @Override
    public void commitTransaction(String id, byte[] signature) {
        try {
            super.commitTransaction(id, signature);
        } finally {
            endTransaction();
        }
    }

    @Override
    public void rollbackTransaction() {
        try {
            super.rollbackTransaction();
        } finally {
            endTransaction();
        }
    }

    private void endTransaction() {
        if (transaction.isWriteLockedByCurrentThread()) {
            transaction.writeLock().unlock();
        }
    }

    /// Returns when the file is closed, so that it can be opened again at once.
    @Override
    public void close() {
        super.close();
        try {
            queue.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void deleteTable(String name) {
        try {
            super.deleteTable(name);
        } finally {
            changes.incrementAndGet();
        }
    }

    @Override
    public void updateTable(String name, String timeToLiveAttribute) {
        try {
            super.updateTable(name, timeToLiveAttribute);
        } finally {
            changes.incrementAndGet();
        }
    }

    @Override
    public void updateTable(
            String name,
            ProvisionedThroughput provisioned,
            OnDemandThroughput onDemand,
            BillingMode billing,
            long at,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> indexes,
            Boolean deletionProtection,
            StreamSpecification stream) {
        try {
            super.updateTable(
                    name, provisioned, onDemand, billing, at, attributes, indexes, deletionProtection, stream);
        } finally {
            changes.incrementAndGet();
        }
    }
}
