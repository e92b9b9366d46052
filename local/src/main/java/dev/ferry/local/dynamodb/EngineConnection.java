package dev.ferry.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/// The one connection through which the engine writes its file. The engine has no settings for it, so it is taken
/// out of its fields; another version of the engine may keep it elsewhere, and then nothing starts.
final class EngineConnection {
    private final SQLiteQueue queue;

    private EngineConnection(SQLiteQueue queue) {
        this.queue = queue;
    }

    /// The connection of an engine, which opens it with its first request.
    static EngineConnection of(LocalDynamoDBRequestHandler engine) {
        engine.listTables("local", "local", new ListTablesRequest());
        var databases = (Map<?, ?>) value(LocalDynamoDBRequestHandler.class, "dbRequestHandlers", engine);
        Object database = databases.values().iterator().next();
        Object access = value(LocalDBClient.class, "dbAccess", database);
        return new EngineConnection((SQLiteQueue) value(SQLiteDBAccess.class, "queue", access));
    }

    /// Syncs the disk when the log is copied into the file, and no longer with each commit, and copies it some sixty
    /// MB at a time; keeps what a statement may have to take back in memory, and not in a file that is made and
    /// deleted with each; locks the file once, since nobody else opens it; and keeps more of it in memory.
    void spareTheDisk() throws InterruptedException, ExecutionException {
        queue.execute(new SQLiteJob<Boolean>() {
                    @Override
                    protected Boolean job(SQLiteConnection connection) throws SQLiteException {
                        connection.exec("PRAGMA synchronous=NORMAL");
                        connection.exec("PRAGMA temp_store=MEMORY");
                        connection.exec("PRAGMA locking_mode=EXCLUSIVE");
                        connection.exec("PRAGMA wal_autocheckpoint=16000");
                        connection.exec("PRAGMA cache_size=-65536");
                        return true;
                    }
                })
                .get();
    }

    private static Object value(Class<?> type, String name, Object of) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of DynamoDB Local has no %s.%s".formatted(type, name), e);
        }
    }
}
