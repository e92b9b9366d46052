package dev.ferry.asapp.batch;

import dev.ferry.core.source.EntityKind;
import java.util.Locale;
import java.util.Optional;

/// The terms of the books that count fragments by channel: what extraction wrote, and what assembly folded.
///
/// Each unit of extraction writes its own keys and each once, and each fragment belongs to one entity of one
/// kind, so both sides can be added up over units.
public final class FragmentTerms {
    /// How many fragments a unit of work wrote.
    public static final String FRAGMENTS = "fragments";

    /// The channel of the client's identity files.
    public static final String CROSSWALK = "crosswalk";

    /// The sum of [dev.ferry.core.staging.FragmentMark#unitNumber()] over the fragments that were folded.
    public static final String FOLDED_MARKS = "foldedMarks";

    /// The list of units of extraction of whose fragments some are missing.
    public static final String MISSING = "missing-fragments";

    private static final String WRITTEN = FRAGMENTS + '.';
    private static final String FOLDED = "folded.";

    private FragmentTerms() {}

    /// The term of what extraction wrote. *Shape*: `fragments.{channel}`.
    public static String written(String channel) {
        return WRITTEN + channel;
    }

    /// The term of what assembly folded. *Shape*: `folded.{channel}`.
    public static String folded(String channel) {
        return FOLDED + channel;
    }

    /// The channel of a term of what extraction wrote; empty for other terms.
    public static Optional<String> channelWritten(String term) {
        return channel(term, WRITTEN);
    }

    /// The channel of a term of what assembly folded; empty for other terms.
    public static Optional<String> channelFolded(String term) {
        return channel(term, FOLDED);
    }

    /// The channel of a feed as the books name it, for example `file-exporter`.
    public static String channel(FeedSpec feed) {
        return feed.kind().filter(kind -> kind == EntityKind.CONFIGURATION).isPresent()
                ? "configuration"
                : feed.channel().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The channel of the feed that a fragment's key names: identity files are not in the catalogue.
    public static String channel(FeedCatalogue catalogue, String feed) {
        return catalogue.find(feed).map(FragmentTerms::channel).orElse(CROSSWALK);
    }

    private static Optional<String> channel(String term, String prefix) {
        return term.startsWith(prefix) ? Optional.of(term.substring(prefix.length())) : Optional.empty();
    }
}
