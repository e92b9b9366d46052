package dev.ferry.core.budget;

class InMemoryBudgetStoreTest extends BudgetStoreContractTest {
    @Override
    protected BudgetStore emptyStore() {
        return new InMemoryBudgetStore();
    }
}
