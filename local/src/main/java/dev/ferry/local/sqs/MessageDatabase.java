package dev.ferry.local.sqs;

import scalikejdbc.ConnectionPool;

/// The connection pool that ElasticMQ's storage takes its connections from.
///
/// The storage opens the pool once per JVM and never again, so a second engine would write into the first one's
/// file. Opening and closing the pool here keeps one engine to one file.
final class MessageDatabase {

    private MessageDatabase() {}

    static void open(String uri) {
        if (ConnectionPool.isInitialized(ConnectionPool.DEFAULT_NAME())) {
            throw new IllegalStateException("An SQS engine is open in this JVM; close it before starting another");
        }
        var settings = ConnectionPool.singleton$default$4();
        ConnectionPool.singleton(uri, "", "", settings, ConnectionPool.singleton$default$5(uri, "", "", settings));
    }

    static void close() {
        ConnectionPool.closeAll();
    }
}
