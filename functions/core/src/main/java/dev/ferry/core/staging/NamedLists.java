package dev.ferry.core.staging;

import java.util.Collection;
import java.util.List;

/// The lists that stand behind the terms of the books. A unit's lists replace what an earlier try of it wrote.
public interface NamedLists {
    /// Puts the list of one unit of work.
    ///
    /// @param list for example `rejected` or `quarantined`
    /// @param unit the unit's own name, as in its tally
    void put(String list, String unit, List<Quarantined> entries);

    /// The same lists for units whose names lie side by side: what earlier tries left of them is looked for once, and
    /// not for each of them.
    default NamedLists ofUnits(Collection<String> units) {
        return this;
    }
}
