package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer to one question of a survey.
public record FeedbackAnswer(
        @Nullable String formType,
        @Nullable String feedbackType,
        @Nullable String question,
        @Nullable String category,
        @Nullable String type,
        @Nullable String answer,
        int ordering,
        @Nullable CanonicalId agentId,
        @Nullable Instant at) {}
