package dev.ferry.cli.explain;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.NestedColumns;
import dev.ferry.cli.cloud.Records;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentRow;
import dev.ferry.core.target.ObjectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers what is known of one conversation from staging and ledger.
///
/// Versions of a row are told apart by the unique condition of their feed; the greatest logical time wins, then
/// the place in the export.
public final class ExplainConversation {
    private final Records records;
    private final FeedCatalogue catalogue;
    private final List<ObjectName> objects;

    /// @param objects what conversations become in the target, as the mapping says
    public ExplainConversation(Records records, FeedCatalogue catalogue, List<ObjectName> objects) {
        this.records = records;
        this.catalogue = catalogue;
        this.objects = List.copyOf(objects);
    }

    /// What is known of a conversation under any of its ids.
    public Explanation explain(CanonicalId asked) {
        CanonicalId id = records.identities()
                .lookup(IdentitySpace.CONVERSATION, List.of(asked))
                .getOrDefault(asked, asked);
        List<CanonicalId> aliases = records.identities().aliasesOf(IdentitySpace.CONVERSATION, id);
        List<ShownRow> rows = Stream.concat(Stream.of(id), aliases.stream())
                .flatMap(alias -> records.fragments().ofEntity(EntityKind.CONVERSATION, alias.value()).stream())
                .flatMap(this::rows)
                .toList();
        return new Explanation(
                id, aliases, aliases.isEmpty() ? List.of() : evidence(aliases), rows, lost(rows), fates(id));
    }

    private SortedMap<String, LedgerEntry> fates(CanonicalId id) {
        SortedMap<String, LedgerEntry> fates = new TreeMap<>();
        for (ObjectName object : objects) {
            LedgerEntry entry = records.ledger().find(object, List.of(id)).get(id);
            if (entry != null) {
                fates.put(object.value(), entry);
            }
        }
        return fates;
    }

    private Stream<ShownRow> rows(Fragment fragment) {
        return catalogue.find(fragment.key().feed()).stream()
                .flatMap(spec -> fragment.rows().stream().map(row -> row(spec, fragment, row)));
    }

    private ShownRow row(FeedSpec spec, Fragment fragment, FragmentRow row) {
        String partition = fragment.key().partition();
        String split = row.split() == 0 ? "" : " split " + row.split();
        return ShownRow.of(
                spec,
                "%s %s%s line %d".formatted(fragment.key().feed(), partition, split, row.line()),
                values(spec, row),
                new ShownRow.Place(partition, row.split(), row.line()));
    }

    private Map<String, String> values(FeedSpec spec, FragmentRow row) {
        byte[] bytes = row.bytes(records.bodies());
        try {
            @Nullable String[] read = NestedColumns.values(bytes, spec.columns());
            Map<String, String> values = new HashMap<>();
            for (int slot = 0; slot < read.length; slot++) {
                String value = read[slot];
                if (value != null) {
                    values.put(spec.columns().get(slot), value);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LostValue> lost(List<ShownRow> rows) {
        Map<List<String>, List<ShownRow>> versions = new LinkedHashMap<>();
        for (ShownRow row : rows) {
            List<String> key = new ArrayList<>(row.key());
            key.addFirst(row.feed());
            versions.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return versions.values().stream()
                .flatMap(ExplainConversation::lostOf)
                .distinct()
                .toList();
    }

    private static Stream<LostValue> lostOf(Collection<ShownRow> versions) {
        List<ShownRow> ordered = versions.stream().sorted(ShownRow.OLDEST_FIRST).toList();
        ShownRow winner = ordered.getLast();
        return ordered.stream()
                .limit(ordered.size() - 1L)
                .flatMap(row -> row.values().entrySet().stream()
                        .filter(value ->
                                !value.getValue().equals(winner.values().get(value.getKey())))
                        .map(value -> new LostValue(
                                row.feed(),
                                value.getKey(),
                                row.place(),
                                value.getValue(),
                                winner.place(),
                                winner.values().getOrDefault(value.getKey(), ""))));
    }

    private List<String> evidence(List<CanonicalId> aliases) {
        try (Stream<LinkChunk> chunks = records.links().all()) {
            return chunks.flatMap(chunk -> chunk.links().stream()
                            .filter(link -> shows(link, aliases))
                            .map(link -> "%s %s line %d".formatted(chunk.feed(), chunk.file(), link.line())))
                    .sorted()
                    .toList();
        }
    }

    private static boolean shows(Link link, List<CanonicalId> aliases) {
        return switch (link) {
            case Link.IssueMerge merge -> aliases.contains(CanonicalIds.issue(merge.company(), merge.issueId()));
            case Link.Bridge bridge ->
                bridge.conversationId() != null
                        && aliases.contains(CanonicalIds.conversation(bridge.company(), bridge.conversationId()));
            case Link.Person _, Link.Participation _, Link.Contact _, Link.AgentAlias _ -> false;
        };
    }
}
