package dev.ferry.local.adapters;

import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.JobLedgerContractTest;
import dev.ferry.handlers.dynamodb.DynamoDbJobLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbJobLedgerIT extends JobLedgerContractTest {
    private static DynamoDbForTests dynamoDb;

    @BeforeAll
    static void start(@TempDir Path directory) {
        dynamoDb = DynamoDbForTests.start(directory);
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
    }

    @Override
    protected JobLedger emptyLedger() {
        return new DynamoDbJobLedger(dynamoDb.table(), "m1");
    }
}
