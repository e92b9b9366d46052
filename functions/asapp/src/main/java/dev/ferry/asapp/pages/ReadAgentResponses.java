package dev.ferry.asapp.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.content.CannedResponses;
import dev.ferry.asapp.configuration.ConfigurationCall;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the canned responses that agents have of their own, and stages them: a request an agent, and one more for
/// each further thousand responses.
///
/// *Shape* of the lists, a line each: `{"agentId"}`, the id that the client's systems use; an agent may stand in
/// several. The cursor counts agents in ascending order.
///
/// Counts of a page: `agents` = `agentsWithResponses` + `agentsWithoutResponses` + `agentsRefused`, where an agent
/// whom ASAPP does not know has none. Refused ones are listed, see [RefusedQuestions].
public final class ReadAgentResponses implements PagedWork {
    /// The name of this work.
    public static final String NAME = "read-agent-responses";

    private final String lists;
    private final PagePorts ports;
    private final AnswerPorts staging;
    private List<String> agents = List.of();

    /// The agents of all lists below a prefix.
    ///
    /// @param lists the prefix, which ends in a slash
    public ReadAgentResponses(String lists, PagePorts ports, AnswerPorts staging) {
        this.lists = lists;
        this.ports = ports;
        this.staging = staging;
    }

    private record Answer(String agent, CannedResponses responses) {}

    @Override
    public Page next(String cursor) {
        if (agents.isEmpty()) {
            agents = listed();
        }
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(agents.size(), from + PagePorts.PAGE);
        List<String> page = from < to ? agents.subList(from, to) : List.of();
        ports.expected().accept(page.size());
        List<Asked<Answer>> asked = AtOnce.all(
                page.stream().map(agent -> Asked.asking(() -> ask(agent))).toList());
        Asked.failure(asked).ifPresent(failure -> {
            throw failure;
        });
        long rows = settle("%s/%d".formatted(NAME, from), page, asked);
        return to >= agents.size()
                ? new Page.Last(rows)
                : new Page.More(Integer.toString(to), rows, agents.size() - to);
    }

    private long settle(String unit, List<String> page, List<Asked<Answer>> asked) {
        long rows = 0;
        long with = 0;
        List<Quarantined> refused = new ArrayList<>();
        for (int at = 0; at < page.size(); at++) {
            switch (asked.get(at)) {
                case Asked.Answered<Answer>(Answer answer) -> {
                    rows += stage(answer);
                    with += answer.responses().responses().isEmpty() ? 0 : 1;
                }
                case Asked.Refused<Answer>(AsappException refusal) ->
                    refused.add(RefusedQuestions.entry("agent " + page.get(at), refusal));
                case Asked.Failed<Answer>(AsappException failure) -> throw failure;
            }
        }
        ports.count(Tally.of(
                PagePorts.PHASE,
                unit,
                Map.of(
                        "agents",
                        (long) page.size(),
                        "agentsWithResponses",
                        with,
                        "agentsWithoutResponses",
                        page.size() - with - refused.size(),
                        "agentsRefused",
                        (long) refused.size())));
        new RefusedQuestions(ports, NAME, "agents", "agentsRefused").list(unit, refused);
        return rows;
    }

    private List<String> listed() {
        TreeSet<String> all = new TreeSet<>();
        for (String list : ports.work().list(lists)) {
            try (Stream<Map<String, Object>> lines = JsonLines.read(ports.work(), list)) {
                lines.forEach(line -> all.add(String.valueOf(line.get("agentId"))));
            }
        }
        return List.copyOf(all);
    }

    private Answer ask(String agent) {
        try {
            return new Answer(agent, ports.client().content().responsesOf(agent));
        } catch (AsappException failed) {
            if (failed.code() != ErrorCode.NOT_FOUND) {
                throw failed;
            }
            return new Answer(agent, new CannedResponses(List.of(), List.of()));
        }
    }

    private long stage(Answer answer) {
        CannedResponses found = answer.responses();
        if (!found.folders().isEmpty()) {
            List<JsonNode> folders =
                    found.folders().stream().map(ReadConfiguration::json).toList();
            ports.count(staging.configuration().customFolders(answer.agent(), folders));
        }
        if (!found.responses().isEmpty()) {
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            page.putArray(ConfigurationCall.CANNED_RESPONSES.array())
                    .addAll(found.responses().stream()
                            .map(response -> ReadConversations.json(response.row()))
                            .toList());
            ports.count(staging.configuration().customResponses(answer.agent(), List.of(page)));
        }
        return found.responses().size();
    }
}
