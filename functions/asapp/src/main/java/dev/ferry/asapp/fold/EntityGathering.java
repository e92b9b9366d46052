package dev.ferry.asapp.fold;

import dev.ferry.core.identity.IdentitySpace;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Fragment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads a bucket entity by entity, and for each gathers the fragments of its aliases from other buckets.
///
/// Identities are looked up a page at a time, since a lookup is a call over the network on AWS; only entities
/// that are part of a group of several cost more calls. An alias is passed over: whoever assembles the
/// canonical id gathers it, or the first alias with rows where the canonical id has none. So every fragment
/// is gathered once.
final class EntityGathering {
    private static final int PAGE = 100;

    private final AssemblyPorts ports;
    private final Optional<IdentitySpace> space;

    EntityGathering(AssemblyPorts ports, Optional<IdentitySpace> space) {
        this.ports = ports;
        this.space = space;
    }

    /// Passes the entities of the run's bucket on, a page at a time, in the order of the bucket.
    void forEachPage(BucketRun run, Consumer<List<GatheredEntity>> pages) {
        List<List<Fragment>> page = new ArrayList<>();
        try (Stream<Fragment> fragments = ports.fragments().bucket(run.kind(), run.bucket())) {
            Iterator<Fragment> all = fragments.iterator();
            while (all.hasNext()) {
                Fragment fragment = all.next();
                if (page.isEmpty()
                        || !idOf(page.getLast()).equals(fragment.key().entityId())) {
                    if (page.size() == PAGE) {
                        pages.accept(gather(run, page));
                        page.clear();
                    }
                    page.add(new ArrayList<>());
                }
                page.getLast().add(fragment);
            }
        }
        if (!page.isEmpty()) {
            pages.accept(gather(run, page));
        }
    }

    private List<GatheredEntity> gather(BucketRun run, List<List<Fragment>> page) {
        List<CanonicalId> ids =
                page.stream().map(group -> new CanonicalId(idOf(group))).toList();
        Map<CanonicalId, CanonicalId> canonical =
                space.map(s -> ports.identities().lookup(s, ids)).orElse(Map.of());
        List<GatheredEntity> gathered = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            CanonicalId id = ids.get(i);
            CanonicalId of = canonical.get(id);
            if (of == null) {
                gathered.add(new GatheredEntity(id, List.of(), page.get(i)));
            } else if (of.equals(id) || standsIn(run.kind(), id, of)) {
                gathered.add(withAliases(run.kind(), id, of, page.get(i)));
            } else {
                run.merged();
            }
        }
        gathered.forEach(entity -> run.folded(entity.fragments()));
        return gathered;
    }

    /// Whether an alias gathers the group, since of its canonical id there are no rows, for example where
    /// they lie outside the dates that are read: the first alias that has any.
    private boolean standsIn(EntityKind kind, CanonicalId alias, CanonicalId canonical) {
        if (ports.fragments().holds(kind, canonical.value())) {
            return false;
        }
        return ports.identities().aliasesOf(space.orElseThrow(), canonical).stream()
                .takeWhile(earlier -> !earlier.equals(alias))
                .noneMatch(earlier -> ports.fragments().holds(kind, earlier.value()));
    }

    private GatheredEntity withAliases(EntityKind kind, CanonicalId own, CanonicalId canonical, List<Fragment> read) {
        List<CanonicalId> aliases = ports.identities().aliasesOf(space.orElseThrow(), canonical);
        List<Fragment> all = new ArrayList<>(read);
        aliases.stream()
                .filter(alias -> !alias.equals(own))
                .forEach(alias -> all.addAll(ports.fragments().ofEntity(kind, alias.value())));
        return new GatheredEntity(canonical, aliases, all);
    }

    private static String idOf(List<Fragment> group) {
        return group.getFirst().key().entityId();
    }
}
