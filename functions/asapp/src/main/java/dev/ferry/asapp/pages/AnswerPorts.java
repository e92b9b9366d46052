package dev.ferry.asapp.pages;

import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.conversations.StageConversationAnswers;
import dev.ferry.core.tally.Tally;
import java.util.function.Consumer;

/// Where answers become fragments, and what they counted is noted.
public record AnswerPorts(
        StageConversationAnswers conversations, StageConfiguration configuration, Consumer<Tally> counted) {}
