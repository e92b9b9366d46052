package dev.ferry.core.identity;

import java.util.List;

/// The links that one piece of one source file shows: what a link store keeps.
///
/// @param feed the feed or crosswalk file
/// @param file key of the source file
/// @param chunk number of the piece, from 0
public record LinkChunk(String feed, String file, int chunk, List<Link> links) {
    /// How many links a piece holds at most.
    public static final int MAX_LINKS = 2000;

    public LinkChunk {
        links = List.copyOf(links);
    }

    /// The name it is stored under. *Shape*: `{feed}|{file}|{chunk}`, chunk in six digits.
    public String name() {
        return feed + '|' + file + '|' + "%06d".formatted(chunk);
    }
}
