package dev.ferry.local.asapp.tree;

/// A feed in one version and one format, as its directories are named.
///
/// @param name such as `utterances`
/// @param version such as `version=1`
/// @param format such as `format=jsonl`
public record Feed(String name, String version, String format) implements Comparable<Feed> {

    @Override
    public int compareTo(Feed other) {
        return key().compareTo(other.key());
    }

    /// The path below the root of the tree.
    public String key() {
        return name + "/" + version + "/" + format;
    }

    /// Whether its files are lines of JSON.
    public boolean holdsJsonLines() {
        return format.equals("format=jsonl");
    }
}
