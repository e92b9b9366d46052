package dev.ferry.handlers.dynamodb;

import dev.ferry.core.identity.IdentityEntry;
import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settled identities as items of the staging table, each written twice: by alias, and by canonical id.
///
/// The item by alias is what is true. An alias that has moved leaves its old item by canonical id behind, so what
/// is found that way is checked against the item by alias.
///
/// *Shape*: pk `{migration}#I#{space}#{bucket of alias}`, sk `{alias}`, `canonical`; and pk
/// `{migration}#A#{space}#{bucket of canonical}`, sk `{canonical}|{alias}`, `alias`.
public final class DynamoDbIdentityStore implements IdentityStore {
    private static final char SEPARATOR = '|';
    private static final int WAVE = 2_000;

    private final StagingTable staging;

    public DynamoDbIdentityStore(StagingTable staging) {
        this.staging = staging;
    }

    @Override
    public void putAll(Collection<IdentityEntry> entries) {
        long expiresAt = staging.expiry().epochSecond();
        List<Item> wave = new ArrayList<>();
        for (IdentityEntry entry : entries) {
            wave.add(byAlias(entry, expiresAt));
            if (!entry.alias().equals(entry.canonical())) {
                wave.add(byCanonical(entry, expiresAt));
            }
            if (wave.size() >= WAVE) {
                staging.items().putAll(wave);
                wave.clear();
            }
        }
        staging.items().putAll(wave);
    }

    @Override
    public Map<CanonicalId, CanonicalId> lookup(IdentitySpace space, Collection<CanonicalId> aliases) {
        return staging
                .items()
                .getAll(aliases.stream().map(alias -> aliasKey(space, alias)).toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        item -> new CanonicalId(item.key().sort()), item -> new CanonicalId(item.text("canonical"))));
    }

    @Override
    public List<CanonicalId> aliasesOf(IdentitySpace space, CanonicalId canonical) {
        List<CanonicalId> candidates;
        try (Stream<Item> items =
                staging.items().query(partition("A", space, canonical), canonical.value() + SEPARATOR)) {
            candidates = items.map(item -> new CanonicalId(item.text("alias"))).toList();
        }
        Map<CanonicalId, CanonicalId> current = lookup(space, candidates);
        return candidates.stream()
                .filter(alias -> canonical.equals(current.get(alias)))
                .sorted()
                .toList();
    }

    private Item byAlias(IdentityEntry entry, long expiresAt) {
        return Item.at(aliasKey(entry.space(), entry.alias()))
                .text("canonical", entry.canonical().value())
                .number(Expiry.ATTRIBUTE, expiresAt)
                .build();
    }

    private Item byCanonical(IdentityEntry entry, long expiresAt) {
        String sort = entry.canonical().value() + SEPARATOR + entry.alias().value();
        return Item.at(new ItemKey(partition("A", entry.space(), entry.canonical()), sort))
                .text("alias", entry.alias().value())
                .number(Expiry.ATTRIBUTE, expiresAt)
                .build();
    }

    private ItemKey aliasKey(IdentitySpace space, CanonicalId alias) {
        return new ItemKey(partition("I", space, alias), alias.value());
    }

    private String partition(String family, IdentitySpace space, CanonicalId id) {
        return "%s#%s#%s#%s"
                .formatted(
                        staging.migrationId(),
                        family,
                        space,
                        staging.buckets().of(id.value()).label());
    }
}
