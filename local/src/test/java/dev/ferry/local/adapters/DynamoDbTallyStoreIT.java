package dev.ferry.local.adapters;

import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.tally.TallyStoreContractTest;
import dev.ferry.handlers.dynamodb.DynamoDbTallyStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbTallyStoreIT extends TallyStoreContractTest {
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
    protected TallyStore emptyStore() {
        return new DynamoDbTallyStore(dynamoDb.staging(new BucketCount(1)));
    }
}
