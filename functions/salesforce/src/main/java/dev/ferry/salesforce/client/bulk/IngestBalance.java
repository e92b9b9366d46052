package dev.ferry.salesforce.client.bulk;

/// The books of one finished job: each row that was sent must come back in exactly one of the three result
/// files.
public record IngestBalance(long sent, long successful, long failed, long unprocessed) {
    /// Refuses negative counts.
    public IngestBalance {
        if (sent < 0 || successful < 0 || failed < 0 || unprocessed < 0) {
            throw new IllegalArgumentException("Rows cannot be fewer than none");
        }
    }

    /// The rows of which nothing came back (negative: more came back than was sent). Anything but 0 is to be
    /// settled by query.
    public long missing() {
        return sent - successful - failed - unprocessed;
    }

    /// Whether every row is accounted for.
    public boolean balances() {
        return missing() == 0;
    }
}
