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
    private final Map<String, String> channels = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long marks;

    FoldedFragments(FeedCatalogue catalogue, String runId) {
        this.catalogue = catalogue;
        this.run = FragmentMark.runOf(runId);
    }

    void add(List<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            if (fragment.mark().run() == run) {
                counts.merge(channelOf(fragment.key().feed()), 1L, Long::sum);
                marks += fragment.mark().unitNumber();
            }
        }
    }

    /// Puts the terms of [FragmentTerms].
    void putInto(Map<String, Long> terms) {
        counts.forEach((channel, count) -> terms.put(FragmentTerms.folded(channel), count));
        terms.put(FragmentTerms.FOLDED_MARKS, marks);
    }

    private String channelOf(String feed) {
        return channels.computeIfAbsent(feed, name -> FragmentTerms.channel(catalogue, name));
    }
}
