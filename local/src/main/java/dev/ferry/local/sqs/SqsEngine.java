package dev.ferry.local.sqs;

import com.typesafe.config.ConfigFactory;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Either;

/// ElasticMQ with its SQL storage, listening on one loopback port.
///
/// *Threading*: at most one engine is open in a JVM, because the engine keeps its database connection in a static
/// field; a second start while one is open is refused.
public final class SqsEngine implements AutoCloseable {

    private static final Duration RESTORE_LIMIT = Duration.ofMinutes(2);
    private static final String DRIVER = "org.h2.Driver";
    private static final String USER = "";
    private static final String PASSWORD = "";

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final LoopbackPort port;

    private SqsEngine(ActorSystem actors, SQSRestServer server, LoopbackPort port) {
        this.actors = actors;
        this.server = server;
        this.port = port;
    }

    /// Starts the engine with the queues and messages that the directory holds, which is created when missing.
    ///
    /// *Errors*: [dev.ferry.local.endpoint.PortTakenException] when the port is in use.
    public static SqsEngine start(Path directory, LoopbackPort port) {
        port.requireFree();
        var uri = databaseUri(directory);
        MessageDatabase.open(uri);
        var actors = ActorSystem.create(
                "sqs",
                ConfigFactory.parseString("pekko { daemonic = on, loglevel = WARNING, jvm-shutdown-hooks = off }")
                        .withFallback(ConfigFactory.load()));
        try {
            var storage = actors.actorOf(Props.create(
                    SqlQueuePersistenceActor.class,
                    new SqlQueuePersistenceConfig(true, DRIVER, uri, USER, PASSWORD, false),
                    List$.MODULE$.empty()));
            var queues = actors.actorOf(Props.create(
                    QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(storage)));
            restore(storage, queues);
            var server = serve(actors, queues, storage, port);
            var bound = server.waitUntilStarted().localAddress().getPort();
            return new SqsEngine(actors, server, port.boundTo(bound));
        } catch (RuntimeException e) {
            actors.terminate();
            MessageDatabase.close();
            throw e;
        }
    }

    /// The base URL, for `--endpoint-url`; queue URLs are `<endpoint>/<account>/<queue>`.
    public URI endpoint() {
        return port.endpoint();
    }

    @Override
    public void close() {
        // It would wait a second for clients to hang up; everything that was acknowledged is in the database.
        server.stopAndGetFuture();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
        MessageDatabase.close();
    }

    private static String databaseUri(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("SQS could not create " + directory, e);
        }
        // H2 writes half a second late unless told otherwise, and would lose acknowledged messages with the
        // process.
        return "jdbc:h2:file:" + directory.resolve("messages").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    private static void restore(ActorRef storage, ActorRef queues) {
        var answer = Patterns.ask(storage, new QueueEvent.Restore(queues), RESTORE_LIMIT)
                .toCompletableFuture()
                .join();
        if (answer instanceof Either<?, ?> outcome && outcome.isLeft()) {
            throw new IllegalStateException("SQS could not restore its queues: " + outcome.left());
        }
    }

    private static SQSRestServer serve(ActorSystem actors, ActorRef queues, ActorRef storage, LoopbackPort port) {
        var host = LoopbackPort.loopback().getHostAddress();
        return new TheSQSRestServerBuilder(
                        Option.apply(actors),
                        Option.apply(queues),
                        host,
                        port.number(),
                        new NodeAddress("http", host, port.number(), ""),
                        true,
                        StrictSQSLimits$.MODULE$,
                        LocalAccount.REGION,
                        LocalAccount.ACCOUNT_ID,
                        Option.apply(storage),
                        AutoCreateQueuesConfig.disabled())
                .start();
    }
}
