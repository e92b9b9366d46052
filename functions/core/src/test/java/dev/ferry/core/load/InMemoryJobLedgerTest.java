package dev.ferry.core.load;

class InMemoryJobLedgerTest extends JobLedgerContractTest {
    @Override
    protected JobLedger emptyLedger() {
        return new InMemoryJobLedger();
    }
}
