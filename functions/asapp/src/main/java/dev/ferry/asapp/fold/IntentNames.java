package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the intents, by tenant and code.
final class IntentNames {
    private final Map<CanonicalId, String> names = new HashMap<>();

    /// Reads the catalogue from its fragments, which are all in the first bucket.
    static IntentNames read(FragmentStore fragments, RowReader reader) {
        Map<String, List<SourceRow>> rows = new TreeMap<>();
        try (Stream<Fragment> all = fragments.bucket(EntityKind.INTENT, new Bucket(0))) {
            all.forEach(fragment -> reader.read(
                    fragment,
                    row -> rows.computeIfAbsent(fragment.key().entityId(), _ -> new ArrayList<>())
                            .add(row)));
        }
        IntentNames names = new IntentNames();
        rows.forEach((id, ofIntent) -> RowTable.of(ofIntent).rows("intents").forEach(row -> {
            String name = row.text("name");
            if (name != null) {
                names.names.put(new CanonicalId(id), name);
            }
        }));
        return names;
    }

    /// The name of an intent, or null.
    @Nullable
    String name(String company, @Nullable String code) {
        return code == null ? null : names.get(CanonicalIds.intent(company, code));
    }
}
