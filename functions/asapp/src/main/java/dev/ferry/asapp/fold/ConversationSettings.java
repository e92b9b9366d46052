package dev.ferry.asapp.fold;

import java.util.List;
import java.util.Map;

/// What folding a conversation needs to know beside its rows.
///
/// @param csatScales the scale of ratings by name of the subsidiary
record ConversationSettings(IntentNames intents, List<UnfinishedPartition> unfinished, Map<String, String> csatScales) {
    ConversationSettings {
        unfinished = List.copyOf(unfinished);
        csatScales = Map.copyOf(csatScales);
    }
}
