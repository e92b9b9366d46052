package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What would stand in the target if the phases before this one had been loaded: the ledger, and over it the notes
/// of a plan, which are all that is written.
///
/// Of the phase itself nothing counts as loaded: a run stages a whole phase before it loads any of it.
///
/// *Threading*: as the two ledgers.
public final class PlannedLedger implements Ledger {
    private final Ledger real;
    private final Ledger notes;
    private final String phase;

    /// @param notes of this plan alone
    /// @param phase that is planned, as its notes are named
    public PlannedLedger(Ledger real, Ledger notes, String phase) {
        this.real = real;
        this.notes = notes;
        this.phase = phase;
    }

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        Map<CanonicalId, LedgerEntry> found = new HashMap<>(real.find(object, keys));
        notes.find(object, keys).forEach((key, note) -> {
            if (counts(note)) {
                found.put(key, note);
            }
        });
        return found;
    }

    @Override
    public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        notes.put(object, entries);
    }

    @Override
    public boolean knows(ObjectName object) {
        return real.knows(object);
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        Set<CanonicalId> noted = new HashSet<>();
        return Stream.concat(
                notes.all(object).filter(this::counts).peek(note -> noted.add(note.key())),
                real.all(object).filter(entry -> !noted.contains(entry.key())));
    }

    private boolean counts(LedgerEntry note) {
        return !note.phase().equals(phase);
    }
}
