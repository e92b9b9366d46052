package dev.ferry.handlers.scope;

import dev.ferry.core.scope.FeedProfile;
import dev.ferry.core.scope.ScopeResults.Field;
import dev.ferry.core.scope.ValueProfile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The columns of feeds and the structured fields in them, with what their values look like.
///
/// A vocabulary is shown where values repeat, as those of a list do; values that stand for one person each do not.
record ScopeFields(Collection<FeedProfile> profiles) {
    private static final int REPEATED = 5;

    List<Field> all() {
        return profiles.stream()
                .flatMap(feed -> Stream.concat(
                        feed.fields().entrySet().stream()
                                .map(field -> field(feed, "structured", field.getKey(), field.getValue())),
                        feed.columns().entrySet().stream()
                                .map(column -> field(feed, "column", column.getKey(), column.getValue()))))
                .toList();
    }

    private static Field field(FeedProfile feed, String kind, String name, ValueProfile values) {
        boolean repeats =
                values.filled() >= (long) REPEATED * values.vocabulary().size();
        return new Field(
                feed.feed(),
                name,
                kind,
                values.filled(),
                feed.rows() == 0 ? 0 : (double) values.filled() / feed.rows(),
                values.exceptions() * 100 <= values.filled() ? values.commonest() : values.type(),
                values.exceptions(),
                values.longest(),
                repeats ? values.vocabulary() : Map.of());
    }
}
