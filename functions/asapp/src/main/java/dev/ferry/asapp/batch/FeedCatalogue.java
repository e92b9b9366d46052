package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.source.SourceChannel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The feeds that Ferry knows, read from `feeds.yaml` on the class path. *Threading*: immutable.
public final class FeedCatalogue {
    private final SortedMap<String, FeedSpec> feeds;

    private FeedCatalogue(SortedMap<String, FeedSpec> feeds) {
        this.feeds = Collections.unmodifiableSortedMap(feeds);
    }

    /// The catalogue of the program.
    public static FeedCatalogue standard() {
        try (InputStream in = FeedCatalogue.class.getResourceAsStream("feeds.yaml")) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the feed catalogue is not on the class path");
            }
            Object document =
                    new Load(LoadSettings.builder().setLabel("feeds.yaml").build()).loadFromInputStream(in);
            SortedMap<String, FeedSpec> feeds = new TreeMap<>();
            map(map(document).get("feeds"))
                    .forEach((name, entry) -> feeds.put(String.valueOf(name), spec(String.valueOf(name), map(entry))));
            return new FeedCatalogue(feeds);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the feed catalogue cannot be read", e);
        }
    }

    /// A feed by name.
    public Optional<FeedSpec> find(String name) {
        return Optional.ofNullable(feeds.get(name));
    }

    /// A feed that is known to be there.
    public FeedSpec feed(String name) {
        return find(name)
                .orElseThrow(() ->
                        new FerryException(ErrorCode.SOURCE_UNREADABLE, "the catalogue has no feed named " + name));
    }

    /// All feeds, by name.
    public SortedMap<String, FeedSpec> feeds() {
        return feeds;
    }

    private static FeedSpec spec(String name, Map<?, ?> entry) {
        List<String> key = list(entry, "key");
        List<String> fallbackKey = list(entry, "fallbackKey");
        List<String> times = list(entry, "times");
        String company = text(entry, "company").orElse(FeedSpec.COMPANY);
        Set<String> columns = new LinkedHashSet<>(List.of(company));
        text(entry, "entity").ifPresent(columns::add);
        text(entry, "otherwise").ifPresent(columns::add);
        List.of(key, fallbackKey, times, list(entry, "also"), list(entry, "fields"))
                .forEach(columns::addAll);
        Set<String> known = new LinkedHashSet<>(columns);
        known.addAll(list(entry, "other"));
        return new FeedSpec(
                name,
                text(entry, "kind").map(EntityKind::valueOf),
                text(entry, "family").orElse(name),
                text(entry, "channel").map(SourceChannel::valueOf).orElse(SourceChannel.BATCH),
                company,
                text(entry, "entity").orElse(""),
                text(entry, "space").map(FeedSpec.IdSpace::valueOf).orElse(FeedSpec.IdSpace.ISSUE),
                text(entry, "otherwise"),
                list(entry, "also"),
                key,
                fallbackKey,
                Set.copyOf(list(entry, "required")),
                Set.copyOf(list(entry, "numeric")),
                Set.copyOf(times),
                text(entry, "order"),
                List.copyOf(columns),
                "true".equals(text(entry, "nested").orElse("false")),
                known);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(Map<?, ?> entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(String::valueOf);
    }

    // Interned, so that a column that the code names is found without comparing characters.
    private static List<String> list(Map<?, ?> entry, String name) {
        return entry.get(name) instanceof List<?> values
                ? values.stream().map(value -> String.valueOf(value).intern()).toList()
                : List.of();
    }
}
