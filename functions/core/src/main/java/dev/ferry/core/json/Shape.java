package dev.ferry.core.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members that are read of an object, each with its place: a table in which a name is found in one or two looks,
/// since every member of every record is looked for in one. Names are interned, as those of paths are: then
/// the look is one at the reference.
///
/// *Threading*: immutable.
final class Shape {
    private final List<String> names;
    private final @Nullable Shape[] shapes;
    private final @Nullable String[] table;
    private final int[] places;

    private Shape(Map<String, Selection> byName) {
        names = byName.keySet().stream().map(String::intern).toList();
        shapes = new Shape[names.size()];
        table = new String[Math.max(Integer.highestOneBit(names.size()) * 4, 1)];
        places = new int[table.length];
        for (int place = 0; place < shapes.length; place++) {
            String name = names.get(place);
            Selection of = byName.get(name);
            shapes[place] = of == null ? null : Shape.of(of);
            int slot = slot(name);
            table[slot] = name;
            places[slot] = place;
        }
    }

    /// The shape of a selection; null for a whole value.
    static @Nullable Shape of(Selection selection) {
        return switch (selection) {
            case Selection.Whole _ -> null;
            case Selection.Members(var byName) -> new Shape(byName);
        };
    }

    int size() {
        return shapes.length;
    }

    /// The place of a member; -1 for one that nobody reads.
    int place(String name) {
        int slot = slot(name);
        return table[slot] == null ? -1 : places[slot];
    }

    // Where the name stands in the table, or the free slot where it would.
    private int slot(String name) {
        int slot = name.hashCode() & (table.length - 1);
        while (table[slot] instanceof String there && !there.equals(name)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /// What is read of the member at a place; null for all of it.
    @Nullable
    Shape at(int place) {
        return shapes[place];
    }

    /// The names of the members, for messages.
    List<String> names() {
        return names;
    }
}
