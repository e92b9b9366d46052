package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Fragment;
import java.util.List;

/// One entity with the fragments of all its aliases.
///
/// @param aliases the other ids under which the source shows it, in ascending order
record GatheredEntity(CanonicalId id, List<CanonicalId> aliases, List<Fragment> fragments) {
    GatheredEntity {
        aliases = List.copyOf(aliases);
        fragments = List.copyOf(fragments);
    }
}
