package dev.ferry.core.load;

class InMemoryLedgerTest extends LedgerContractTest {
    @Override
    protected Ledger emptyLedger() {
        return new InMemoryLedger();
    }
}
