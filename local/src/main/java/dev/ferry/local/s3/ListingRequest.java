package dev.ferry.local.s3;

/// What part of a bucket to list.
///
/// @param prefix every key listed starts with it; may be empty
/// @param grouped whether keys are rolled up at the next `/` after the prefix
/// @param after only what sorts behind this is listed; may be empty
/// @param limit the most lines of a page
record ListingRequest(String prefix, boolean grouped, String after, int limit) {

    /// Whether a key belongs on the page.
    boolean wants(String key) {
        return key.startsWith(prefix) && key.compareTo(after) > 0;
    }

    /// Whether keys below a directory can belong on the page.
    ///
    /// @param directory the keys' common beginning, ending in `/`
    boolean reaches(String directory) {
        var inPrefix = directory.startsWith(prefix) || prefix.startsWith(directory);
        return inPrefix && (directory.compareTo(after) > 0 || after.startsWith(directory));
    }

    /// Whether a directory appears as one common prefix.
    boolean rollsUp(String directory) {
        return grouped && directory.startsWith(prefix) && directory.length() > prefix.length();
    }
}
