package dev.ferry.core.json;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What somebody reads of a JSON value.
public sealed interface Selection {
    /// All of it.
    Selection WHOLE = new Whole();

    /// Nothing but whether it is there.
    Selection NOTHING = new Members(Collections.emptySortedMap());

    /// All of it.
    record Whole() implements Selection {}

    /// Some members of an object, or of each object in a list; a value of another kind is read as it is.
    ///
    /// @param byName what is read of each of them
    record Members(SortedMap<String, Selection> byName) implements Selection {
        public Members {
            byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        }
    }

    /// One member, and of it what is said.
    static Selection member(String name, Selection of) {
        return new Members(new TreeMap<>(Map.of(name, of)));
    }

    /// What either of the two reads.
    default Selection plus(Selection other) {
        if (!(this instanceof Members(var mine)) || !(other instanceof Members(var others))) {
            return WHOLE;
        }
        SortedMap<String, Selection> both = new TreeMap<>(mine);
        others.forEach((name, of) -> both.merge(name, of, Selection::plus));
        return new Members(both);
    }
}
