package dev.ferry.core.target;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The names of the fields that the records of one phase can have, each with its place in the order of names.
/// *Threading*: immutable.
public final class FieldNames {
    private final List<String> sorted;
    private final Map<String, Integer> places = new HashMap<>();

    private FieldNames(Collection<String> names) {
        sorted = List.copyOf(new TreeSet<>(names));
        sorted.forEach(name -> places.put(name, places.size()));
    }

    /// Names in any order.
    public static FieldNames of(Collection<String> names) {
        return new FieldNames(names);
    }

    /// How many there are.
    public int size() {
        return sorted.size();
    }

    /// The place of a name, from 0; -1 for one that is not among them.
    public int place(Object name) {
        return places.getOrDefault(name, -1);
    }

    /// The name at a place.
    public String at(int place) {
        return sorted.get(place);
    }
}
