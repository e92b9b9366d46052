package dev.ferry.core.work;

class InMemoryWorkStoreTest extends WorkStoreContractTest {
    @Override
    protected WorkStore emptyStore() {
        return new InMemoryWorkStore();
    }
}
