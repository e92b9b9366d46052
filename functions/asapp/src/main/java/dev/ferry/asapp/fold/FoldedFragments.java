package dev.ferry.asapp.fold;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the fragments that an entity was folded from, of those that extraction wrote in the same run.
///
/// Earlier runs' fragments are folded too and not counted, since nobody said how many of them there are.
/// *Threading*: one thread.
final class FoldedFragments {
    private final FeedCatalogue catalogue;
    private final int run;
    private final Map<String, long[]> counts = new HashMap<>();
    private long marks;

    FoldedFragments(FeedCatalogue catalogue, String runId) {
        this.catalogue = catalogue;
        this.run = FragmentMark.runOf(runId);
    }

    void add(List<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            if (fragment.mark().run() == run) {
                counts.computeIfAbsent(fragment.key().feed(), _ -> new long[1])[0]++;
                marks += fragment.mark().unitNumber();
            }
        }
    }

    /// Puts the terms of [FragmentTerms].
    void putInto(Map<String, Long> terms) {
        counts.forEach((feed, count) ->
                terms.merge(FragmentTerms.folded(FragmentTerms.channel(catalogue, feed)), count[0], Long::sum));
        terms.put(FragmentTerms.FOLDED_MARKS, marks);
    }
}
