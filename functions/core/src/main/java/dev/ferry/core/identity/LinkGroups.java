package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Groups of ids that links connect: a union-find over names.
///
/// *Threading*: one thread. *Units*: about 100 bytes an id; the ids of ten million people take about two
/// gigabytes.
final class LinkGroups {
    private final Map<CanonicalId, Integer> numbers = new HashMap<>();
    private final List<CanonicalId> ids = new ArrayList<>();
    private int[] parents = new int[1024];

    /// The number of an id, given out at first sight.
    int number(CanonicalId id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = ids.size();
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, number * 2);
        }
        parents[number] = number;
        ids.add(id);
        numbers.put(id, number);
        return number;
    }

    /// Says that two ids are of one group.
    void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    /// The number that stands for the whole group.
    int root(int number) {
        int at = number;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    CanonicalId id(int number) {
        return ids.get(number);
    }

    /// All ids in the order of their numbers.
    List<CanonicalId> ids() {
        return Collections.unmodifiableList(ids);
    }

    int size() {
        return ids.size();
    }

    /// All groups, each with its members in ascending order.
    Map<Integer, List<CanonicalId>> members() {
        Map<Integer, List<CanonicalId>> groups = new HashMap<>();
        for (int number = 0; number < ids.size(); number++) {
            groups.computeIfAbsent(root(number), _ -> new ArrayList<>(1)).add(ids.get(number));
        }
        groups.values().forEach(group -> group.sort(null));
        return groups;
    }
}
