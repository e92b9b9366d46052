package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a conversation took place. Company segments are the tenant's reporting labels, in ascending order of the
/// source.
public record ConversationContext(
        @Nullable String platform,
        @Nullable String deviceType,
        @Nullable String languageCode,
        @Nullable String subdivision,
        List<String> companySegments) {
    public ConversationContext {
        companySegments = List.copyOf(companySegments);
    }
}
