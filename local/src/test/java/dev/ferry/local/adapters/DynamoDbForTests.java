package dev.ferry.local.adapters;

import dev.ferry.core.staging.BucketCount;
import dev.ferry.handlers.dynamodb.Backoff;
import dev.ferry.handlers.dynamodb.Consumption;
import dev.ferry.handlers.dynamodb.Expiry;
import dev.ferry.handlers.dynamodb.ItemTable;
import dev.ferry.handlers.dynamodb.StagingTable;
import dev.ferry.local.dynamodb.DynamoDbEngine;
import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.dynamodb.Tables;
import dev.ferry.local.endpoint.LoopbackPort;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// DynamoDB Local for one test class, with a new table for whoever asks.
final class DynamoDbForTests implements AutoCloseable {
    private final DynamoDbEngine engine;
    private final DynamoDbClient client;
    private final AtomicInteger tables = new AtomicInteger();
    private final Consumption consumption = new Consumption();

    private DynamoDbForTests(DynamoDbEngine engine) {
        this.engine = engine;
        this.client = DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    static DynamoDbForTests start(Path directory) {
        return new DynamoDbForTests(DynamoDbEngine.start(directory, new LoopbackPort("DynamoDB", 0, "port")));
    }

    /// A new and empty table.
    ItemTable table() {
        return new ItemTable(client, newTable(), Backoff.standard(), consumption);
    }

    /// A new and empty staging area.
    StagingTable staging(BucketCount buckets) {
        return new StagingTable(table(), "m1", buckets, new Expiry(Clock.systemUTC(), Duration.ofDays(30)));
    }

    /// What the engine has charged.
    Consumption consumption() {
        return consumption;
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }

    private String newTable() {
        String name = "table-" + tables.incrementAndGet();
        new Tables(client).create(List.of(new TableDescription(name, "pk", "sk", Optional.of("expiresAt"))));
        return name;
    }
}
