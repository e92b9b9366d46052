package dev.ferry.local.adapters;

import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.IdentityStoreContractTest;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.handlers.dynamodb.DynamoDbIdentityStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbIdentityStoreIT extends IdentityStoreContractTest {
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
    protected IdentityStore emptyStore() {
        return new DynamoDbIdentityStore(dynamoDb.staging(new BucketCount(4)));
    }
}
