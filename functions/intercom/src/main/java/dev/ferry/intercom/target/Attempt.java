package dev.ferry.intercom.target;

import dev.ferry.core.target.Outcome;
import dev.ferry.intercom.client.IntercomException;
import java.util.function.Supplier;

/// A write that Intercom may refuse.
final class Attempt {
    private Attempt() {}

    /// What came of it, a refusal included.
    static Outcome of(Supplier<Outcome> write) {
        try {
            return write.get();
        } catch (IntercomException e) {
            return Refusals.failed(e);
        }
    }

    /// The same for the rest of a record whose first part stands under an id.
    static Outcome ofRest(String targetId, Supplier<Outcome> write) {
        try {
            return write.get();
        } catch (IntercomException e) {
            return new Outcome.Partial(targetId, Refusals.failed(e));
        }
    }
}
