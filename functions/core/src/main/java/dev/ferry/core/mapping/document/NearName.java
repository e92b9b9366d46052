package dev.ferry.core.mapping.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// The known name that somebody probably meant.
public final class NearName {
    private NearName() {}

    /// *Shape*: `did you mean Status?`, or an empty text when nothing is near.
    public static String hint(String written, Collection<String> known) {
        int tolerance = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(name -> distance(written, name) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "did you mean " + name + "?")
                .orElse("");
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
