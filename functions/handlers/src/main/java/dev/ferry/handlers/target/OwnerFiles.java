package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.OwnerDecision;
import dev.ferry.core.mapping.OwnerDecisions;
import dev.ferry.core.owners.OwnerMatch;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is decided about owners, kept between the gate and the phases.
///
/// *Shape* of a line: `{"agent","basis","user"}`; the line of the default owner has the agent `default`.
public record OwnerFiles(WorkStore work, RunFiles files) {
    private static final String DEFAULT = "default";

    void write(List<OwnerMatch> matches, String defaultOwner) {
        try (JsonLines.Writer all = JsonLines.write(work, files.owners());
                JsonLines.Writer open = JsonLines.write(work, files.undecidedOwners())) {
            all.write(Map.of("agent", DEFAULT, "basis", OwnerMatch.Basis.DEFAULT.name(), "user", defaultOwner));
            for (OwnerMatch match : matches) {
                Map<String, String> line = new LinkedHashMap<>();
                line.put("agent", match.agent().value());
                line.put("basis", match.basis().name());
                if (match.userId() != null) {
                    line.put("user", match.userId());
                }
                all.write(line);
                if (!match.decided()) {
                    open.write(line);
                }
            }
            all.commit();
            open.commit();
        }
    }

    void writeProblems(List<String> problems) {
        try (JsonLines.Writer writer = JsonLines.write(work, files.ownerProblems())) {
            problems.forEach(problem -> writer.write(Map.of("problem", problem)));
            writer.commit();
        }
    }

    List<OwnerMatch> matches() {
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, files.owners())) {
            return lines.filter(line -> !DEFAULT.equals(line.get("agent")))
                    .map(OwnerFiles::match)
                    .toList();
        }
    }

    private static OwnerMatch match(Map<String, Object> line) {
        return new OwnerMatch(
                new CanonicalId(String.valueOf(line.get("agent"))),
                OwnerMatch.Basis.valueOf(String.valueOf(line.get("basis"))),
                line.get("user") instanceof String user ? user : null);
    }

    String defaultOwner() {
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, files.owners())) {
            return lines.filter(line -> DEFAULT.equals(line.get("agent")))
                    .map(line -> String.valueOf(line.get("user")))
                    .findFirst()
                    .orElseThrow(() ->
                            new FerryException(ErrorCode.INTERNAL, "owners are not matched yet: " + files.owners()));
        }
    }

    /// How many agents nobody has decided on.
    public int undecided() {
        return (int) matches().stream().filter(match -> !match.decided()).count();
    }

    /// The decisions as mappings read them.
    public OwnerDecisions decisions() {
        return decisions(new OwnerDecision.Undecided());
    }

    /// The same as a plan takes them: whoever nobody has decided on yet has the default owner.
    public OwnerDecisions assumed() {
        return decisions(new OwnerDecision.Default(defaultOwner()));
    }

    private OwnerDecisions decisions(OwnerDecision open) {
        String fallback = defaultOwner();
        Map<CanonicalId, OwnerDecision> decided = new TreeMap<>();
        for (OwnerMatch match : matches()) {
            String user = match.userId();
            decided.put(
                    match.agent(),
                    user == null
                            ? open
                            : match.basis() == OwnerMatch.Basis.DEFAULT
                                    ? new OwnerDecision.Default(user)
                                    : new OwnerDecision.User(user));
        }
        return new OwnerDecisions() {
            @Override
            public OwnerDecision of(CanonicalId agent) {
                return decided.getOrDefault(agent, unassigned());
            }

            @Override
            public OwnerDecision unassigned() {
                return new OwnerDecision.Default(fallback);
            }
        };
    }
}
