package dev.ferry.asapp.pages;

import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.asapp.summaries.StageGenerated;

/// Where answers become fragments.
public record AnswerPorts(
        StageConversationAnswers conversations, StageConfiguration configuration, StageGenerated generated) {}
