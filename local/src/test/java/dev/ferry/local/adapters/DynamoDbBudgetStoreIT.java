package dev.ferry.local.adapters;

import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.budget.BudgetStoreContractTest;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbBudgetStoreIT extends BudgetStoreContractTest {
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
    protected BudgetStore emptyStore() {
        return new DynamoDbBudgetStore(dynamoDb.table());
    }
}
