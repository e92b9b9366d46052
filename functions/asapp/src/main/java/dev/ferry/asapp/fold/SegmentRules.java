package dev.ferry.asapp.fold;

import dev.ferry.asapp.configuration.SegmentQueryParser;
import dev.ferry.asapp.configuration.SegmentRule;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The configured segments, read from their fragments, which are all in the first bucket.
///
/// A query that is not of the known grammar takes in nothing; reading the configuration lists it.
final class SegmentRules {
    private SegmentRules() {}

    /// The segments in the order of the configuration.
    static List<SegmentRule> read(FragmentStore fragments, RowReader reader) {
        List<SourceRow> rows = new ArrayList<>();
        try (Stream<Fragment> all = fragments.bucket(EntityKind.CONFIGURATION, new Bucket(0))) {
            all.filter(fragment -> fragment.key().feed().equals("config_segments"))
                    .forEach(fragment -> reader.read(fragment, rows::add));
        }
        return RowTable.of(rows).rows("config_segments").stream()
                .sorted(Comparator.comparingLong(row -> row.place().line()))
                .flatMap(row -> SegmentQueryParser.parse(String.valueOf(row.text("query.raw"))).stream()
                        .map(query -> new SegmentRule(String.valueOf(row.id("id")), query)))
                .toList();
    }
}
