package dev.ferry.local.adapters;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerContractTest;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.handlers.dynamodb.DynamoDbLedger;
import dev.ferry.handlers.dynamodb.LedgerScope;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLedgerIT extends LedgerContractTest {
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
    protected Ledger emptyLedger() {
        return new DynamoDbLedger(dynamoDb.table(), new LedgerScope("m1", "salesforce", new BucketCount(4)));
    }
}
