package dev.ferry.local.intercom.http;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A version of the REST API; the preview comes after all others.
///
/// @param number major times 1,000 plus minor
public record ApiVersion(int number) implements Comparable<ApiVersion> {
    /// Where this simulator's knowledge ends.
    public static final ApiVersion PREVIEW = new ApiVersion(Integer.MAX_VALUE);

    private static final int MAJOR = 1_000;

    /// The newest one that has a number.
    public static final ApiVersion NEWEST = new ApiVersion(2 * MAJOR + 16);

    private static final Map<String, ApiVersion> KNOWN = known();

    /// A version by its name. *Errors*: 400 `intercom_version_invalid` for one that does not exist.
    public static ApiVersion of(String name) {
        ApiVersion version = KNOWN.get(name);
        if (version == null) {
            throw new ApiException(
                    400, "intercom_version_invalid", "The requested version could not be found: " + name);
        }
        return version;
    }

    /// A version of the second generation.
    public static ApiVersion two(int minor) {
        return new ApiVersion(2 * MAJOR + minor);
    }

    /// Whether it has what another version brought.
    public boolean has(ApiVersion needed) {
        return compareTo(needed) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Integer.compare(number, other.number);
    }

    // The documents list 1.0 to 1.4 and 2.0 to 2.16; the preview has an older name too.
    private static Map<String, ApiVersion> known() {
        Map<String, ApiVersion> numbered = Stream.concat(
                        IntStream.rangeClosed(0, 4).mapToObj(minor -> new ApiVersion(MAJOR + minor)),
                        IntStream.rangeClosed(0, 16).mapToObj(ApiVersion::two))
                .collect(Collectors.toMap(v -> v.number / MAJOR + "." + v.number % MAJOR, v -> v));
        numbered.put("Preview", PREVIEW);
        numbered.put("Unstable", PREVIEW);
        return Map.copyOf(numbered);
    }
}
