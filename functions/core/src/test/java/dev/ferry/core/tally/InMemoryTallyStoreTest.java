package dev.ferry.core.tally;

class InMemoryTallyStoreTest extends TallyStoreContractTest {
    @Override
    protected TallyStore emptyStore() {
        return new InMemoryTallyStore();
    }
}
