package dev.ferry.local.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.run.RunRecord;
import dev.ferry.handlers.dynamodb.Consumption.Units;
import dev.ferry.handlers.dynamodb.DynamoDbGateStore;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.dynamodb.GateName;
import dev.ferry.handlers.dynamodb.TaskToken;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbControlIT {
    private static final GateName OWNERS = new GateName("m1", "r1", "owners");

    private static DynamoDbForTests dynamoDb;

    @BeforeAll
    static void start(@TempDir Path directory) {
        dynamoDb = DynamoDbForTests.start(directory);
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
    }

    @Test
    void remembersTheNewestTokenOfAGateUntilItIsAnswered() {
        DynamoDbGateStore gates = new DynamoDbGateStore(dynamoDb.table());
        gates.put(OWNERS, new TaskToken("first"));
        gates.put(OWNERS, new TaskToken("second"));
        assertThat(gates.find(OWNERS)).contains(new TaskToken("second"));
        assertThat(gates.find(new GateName("m1", "r2", "owners"))).isEmpty();

        gates.delete(OWNERS);
        gates.delete(OWNERS);
        assertThat(gates.find(OWNERS)).isEmpty();
    }

    @Test
    void neverShowsAToken() {
        assertThat(new TaskToken("AAAAKgAA").toString()).doesNotContain("AAAA");
    }

    @Test
    void listsTheRunsOfAMigration() {
        DynamoDbRunStore runs = new DynamoDbRunStore(dynamoDb.table());
        RunRecord second =
                new RunRecord("m1", "r2", "runs/r2/config.json", "0b", Instant.parse("2026-11-02T00:00:00Z"));
        RunRecord first = new RunRecord("m1", "r1", "runs/r1/config.json", "0a", Instant.parse("2026-11-01T00:00:00Z"));
        runs.put(second);
        runs.put(first);
        assertThat(runs.all("m1")).containsExactly(first, second);
        assertThat(runs.find("m1", "r2")).contains(second);
        assertThat(runs.all("m2")).isEmpty();
    }

    @Test
    void countsWhatDynamoDbCharges() {
        DynamoDbGateStore gates = new DynamoDbGateStore(dynamoDb.table());
        Units before = dynamoDb.consumption().units();
        gates.put(OWNERS, new TaskToken("x".repeat(3_000)));
        assertThat(gates.find(OWNERS)).isPresent();
        Units charged = dynamoDb.consumption().units().since(before);
        assertThat(charged.write()).isEqualTo(3);
        assertThat(charged.read()).isEqualTo(1);
    }
}
