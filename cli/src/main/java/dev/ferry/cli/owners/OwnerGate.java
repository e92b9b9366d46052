package dev.ferry.cli.owners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Gates;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import dev.ferry.core.owners.OwnerMatch.Basis;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.work.JsonLines;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The owner gate of a run: who is undecided, and the answer.
public final class OwnerGate {
    /// The gate's name.
    public static final String NAME = "owners";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudSession cloud;

    public OwnerGate(CloudSession cloud) {
        this.cloud = cloud;
    }

    /// The agents that nobody has decided on, in the order of their ids.
    ///
    /// *Shape* of the list: JSON Lines of `{"agent","basis"}`.
    public List<OwnerMatch> undecided(Gates.Waiting gate) {
        try (Stream<Map<String, Object>> lines = JsonLines.read(cloud.work(), gate.listKey())) {
            return lines.filter(line -> line.get("user") == null)
                    .map(OwnerGate::match)
                    .toList();
        }
    }

    /// Answers the gate, so that the run goes on.
    public void answer(Gates.Waiting gate, OwnerAnswer answer) {
        try {
            cloud.executions().answer(gate.token(), JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of texts is not JSON", e);
        }
    }

    private static OwnerMatch match(Map<String, Object> line) {
        Object agent = Objects.requireNonNull(line.get("agent"), "a line of the owners list has an agent");
        Object basis = Objects.requireNonNull(line.get("basis"), "a line of the owners list has a basis");
        return new OwnerMatch(new CanonicalId(agent.toString()), Basis.valueOf(basis.toString()), null);
    }
}
