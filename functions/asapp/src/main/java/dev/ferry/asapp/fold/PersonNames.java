package dev.ferry.asapp.fold;

import dev.ferry.core.source.PersonName;
import java.util.List;

/// Splits names where that is safe.
final class PersonNames {
    private PersonNames() {}

    /// The first name counts; all spellings are kept.
    static PersonName of(List<String> names) {
        List<String> distinct = names.stream().map(String::strip).distinct().toList();
        if (distinct.isEmpty()) {
            return new PersonName(null, List.of(), null, null);
        }
        String name = distinct.getFirst();
        int comma = name.indexOf(',');
        if (comma > 0 && comma < name.length() - 1) {
            String family = name.substring(0, comma).strip();
            String given = name.substring(comma + 1).strip();
            return new PersonName(name, distinct.stream().sorted().toList(), given, family);
        }
        int blank = name.lastIndexOf(' ');
        return blank < 0
                ? new PersonName(name, distinct.stream().sorted().toList(), null, name)
                : new PersonName(
                        name,
                        distinct.stream().sorted().toList(),
                        name.substring(0, blank).strip(),
                        name.substring(blank + 1));
    }
}
