package dev.ferry.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteLibraryLoader;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/// DynamoDB Local, listening on one loopback port.
///
/// The engine is one SQLite file with one writer, so writes run one after another however many clients there are;
/// it charges no capacity and throttles nobody. What it acknowledged survives the kill of its process; a machine
/// that loses its power may lose the last moments, as with everything else that the embedded cloud keeps.
public final class DynamoDbEngine implements AutoCloseable {

    private static final int UNUSED_PORT = 0;

    /// What the engine calls the file that all of its clients share.
    private static final String DATABASE = "shared-local-instance";

    private static final String FILE = ".db";

    /// How long whoever had the file open before is waited for.
    private static final int UNLOCKED_MILLIS = 10_000;

    /// How many of the engine's own jobs, such as deleting what has expired, run side by side: what it takes itself.
    private static final int JOBS = 10;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final LoopbackPort port;

    private DynamoDbEngine(Server server, LocalDynamoDBServerHandler handler, LoopbackPort port) {
        this.server = server;
        this.handler = handler;
        this.port = port;
    }

    /// Starts the engine on the tables that the directory holds, which is created when missing.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static DynamoDbEngine start(Path directory, LoopbackPort port) {
        port.requireFree();
        try {
            Files.createDirectories(directory);
            journalAhead(directory);
            var storage =
                    new RememberingStorage(directory.resolve(DATABASE + FILE).toFile());
            storage.spareTheDisk();
            var requests = new LocalDynamoDBRequestHandler(UNUSED_PORT, false, directory.toString(), true, false);
            databases(requests).put(DATABASE, new LocalDBClient(storage, jobs()));
            return listen(new LocalDynamoDBServerHandler(requests, null), port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("DynamoDB was interrupted while it opened its data in " + directory, e);
        } catch (DynamoDBLocalServiceException | IOException | ExecutionException e) {
            throw new IllegalStateException("DynamoDB could not open its data in " + directory, e);
        }
    }

    /// The engine opens its databases with its first request, and has no setting for how: this is where it keeps
    /// them. Another version may keep them elsewhere, and then nothing starts.
    @SuppressWarnings("unchecked")
    private static Map<String, AmazonDynamoDBLocal> databases(LocalDynamoDBRequestHandler engine) {
        try {
            Field databases = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
            databases.setAccessible(true);
            return (Map<String, AmazonDynamoDBLocal>) databases.get(engine);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of DynamoDB Local keeps its databases elsewhere", e);
        }
    }

    static JobsRegister jobs() {
        return new JobsRegister(Executors.newFixedThreadPool(JOBS), false);
    }

    /// The engine's own server listens on every address of the machine; this one is for this machine only.
    private static DynamoDbEngine listen(LocalDynamoDBServerHandler handler, LoopbackPort port) {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost(LoopbackPort.loopback().getHostAddress());
        connector.setPort(port.number());
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler));
        var engine = new DynamoDbEngine(server, handler, port);
        try {
            server.start();
        } catch (Exception e) {
            engine.close();
            throw new IllegalStateException("DynamoDB could not listen on port " + port.number(), e);
        }
        return new DynamoDbEngine(server, handler, port.boundTo(connector.getLocalPort()));
    }

    /// Makes the engine's file keep a write-ahead log, which it remembers for good: a commit is then an append to
    /// the log, and the disk is synced when the log is copied into the file.
    private static void journalAhead(Path directory) {
        SQLiteConnection connection =
                new SQLiteConnection(directory.resolve(DATABASE + FILE).toFile());
        try {
            SQLiteLibraryLoader.initialize();
            connection.open(true);
            connection.setBusyTimeout(UNLOCKED_MILLIS);
            connection.exec("PRAGMA journal_mode=WAL");
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB could not open its data in " + directory, e);
        } finally {
            connection.dispose();
        }
    }

    /// The base URL, for `--endpoint-url`.
    public URI endpoint() {
        return port.endpoint();
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB did not stop on port " + port.number(), e);
        }
    }
}
