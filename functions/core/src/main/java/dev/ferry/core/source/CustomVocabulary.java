package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A phrase that speech recognition was taught.
public record CustomVocabulary(
        CanonicalId id, String vocabularyId, @Nullable String phrase, List<String> soundsLike)
        implements ConfigurationItem {
    public CustomVocabulary {
        soundsLike = List.copyOf(soundsLike);
    }
}
