package dev.ferry.core.staging;

class InMemoryFragmentStoreTest extends FragmentStoreContractTest {
    @Override
    protected FragmentStore emptyStore() {
        return new InMemoryFragmentStore(BUCKETS);
    }
}
