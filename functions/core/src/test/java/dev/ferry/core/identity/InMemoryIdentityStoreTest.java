package dev.ferry.core.identity;

class InMemoryIdentityStoreTest extends IdentityStoreContractTest {
    @Override
    protected IdentityStore emptyStore() {
        return new InMemoryIdentityStore();
    }
}
