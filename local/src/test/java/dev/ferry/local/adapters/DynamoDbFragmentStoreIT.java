package dev.ferry.local.adapters;

import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.FragmentStoreContractTest;
import dev.ferry.handlers.dynamodb.DynamoDbFragmentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbFragmentStoreIT extends FragmentStoreContractTest {
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
    protected FragmentStore emptyStore() {
        return new DynamoDbFragmentStore(dynamoDb.staging(BUCKETS));
    }
}
