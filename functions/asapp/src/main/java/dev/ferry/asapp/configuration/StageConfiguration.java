package dev.ferry.asapp.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.core.tally.Tally;
import java.util.ArrayList;
import java.util.List;

/// Stages what the configuration calls answered. Reading again replaces what was staged before, item by item.
public final class StageConfiguration {
    /// What the unit of an agent's own items begins with, after the feed and a slash.
    public static final String AGENT = "agent-";

    private final FragmentAnswer answers;

    public StageConfiguration(FragmentAnswer answers) {
        this.answers = answers;
    }

    /// All pages of the answer to one call.
    public Tally stage(ConfigurationCall call, List<JsonNode> pages) {
        List<JsonNode> items = new ArrayList<>();
        pages.forEach(page -> page.path(call.array()).forEach(items::add));
        return answers.run(call.feed(), "all", items);
    }

    /// All pages of the prepared answers of one agent.
    ///
    /// @param agentId the client's id of the agent, which was asked for
    public Tally customResponses(String agentId, List<JsonNode> pages) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode page : pages) {
            for (JsonNode item : page.path(ConfigurationCall.CANNED_RESPONSES.array())) {
                items.add(
                        item instanceof ObjectNode response
                                ? response.deepCopy().put("agentId", agentId)
                                : item);
            }
        }
        return answers.run(ConfigurationCall.CANNED_RESPONSES.feed(), ofAgent(agentId), items);
    }

    /// The folders that an agent's prepared answers lie in.
    public Tally customFolders(String agentId, List<JsonNode> folders) {
        return answers.run(ConfigurationCall.CANNED_FOLDERS.feed(), ofAgent(agentId), folders);
    }

    private static String ofAgent(String agentId) {
        return AGENT + agentId;
    }
}
