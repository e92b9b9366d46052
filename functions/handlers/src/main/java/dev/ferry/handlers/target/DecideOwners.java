package dev.ferry.handlers.target;

import dev.ferry.core.owners.ApplyOwners;
import dev.ferry.core.owners.MatchOwners;
import dev.ferry.core.owners.OwnerAnswer;
import dev.ferry.core.owners.OwnerMatch;
import dev.ferry.core.owners.UserDirectory;
import dev.ferry.core.run.RunConfig.OwnersPolicy;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.work.JsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides who owns the records of each agent: by e-mail, by what a person said in this or an earlier run of the
/// migration.
public final class DecideOwners {
    private final LoadSite site;
    private final OwnerFiles files;

    DecideOwners(LoadSite site) {
        this.site = site;
        this.files = new OwnerFiles(site.work(), site.files());
    }

    /// How many agents are left for a person, and where they and the problems of the latest answer are listed.
    public record Decided(int undecided, String listKey, String problemsKey) {}

    /// Matches every agent, and takes over what was answered before.
    Decided match() {
        UserDirectory users = site.target().users();
        List<OwnerMatch> matches = new MatchOwners(users).match(agents());
        Optional<OwnerAnswer> earlier = site.ports().config().ownersPolicy() == OwnersPolicy.DEFAULT_OWNER
                ? Optional.of(new OwnerAnswer("", Map.of()))
                : earlierAnswer();
        String fallback = users.loadingUser().id();
        if (earlier.isPresent()) {
            return store(new ApplyOwners(users).apply(matches, earlier.get()), fallback);
        }
        return store(new ApplyOwners.Applied(matches, List.of()), fallback);
    }

    /// Applies a person's answer, and keeps it for later runs when it holds.
    Decided apply(OwnerAnswer answer) {
        UserDirectory users = site.target().users();
        ApplyOwners.Applied applied = new ApplyOwners(users).apply(files.matches(), answer);
        if (applied.problems().isEmpty()) {
            site.json().write(answerFile(), answer);
        }
        String fallback = answer.defaultOwner().isBlank()
                ? users.loadingUser().id()
                : users.byLoginOrId(List.of(answer.defaultOwner())).stream()
                        .map(user -> user.id())
                        .findFirst()
                        .orElseGet(files::defaultOwner);
        return store(applied, fallback);
    }

    private Decided store(ApplyOwners.Applied applied, String fallback) {
        files.write(applied.matches(), fallback);
        files.writeProblems(applied.problems());
        int undecided = (int)
                applied.matches().stream().filter(match -> !match.decided()).count();
        return new Decided(
                undecided, site.files().undecidedOwners(), site.files().ownerProblems());
    }

    private Optional<OwnerAnswer> earlierAnswer() {
        return site.json().find(answerFile(), OwnerAnswer.class);
    }

    private String answerFile() {
        return "migrations/" + site.run().migrationId() + "/owners.json";
    }

    private List<MatchOwners.Agent> agents() {
        List<MatchOwners.Agent> agents = new ArrayList<>();
        for (int bucket = 0; bucket < site.buckets().value(); bucket++) {
            try (Stream<Map<String, Object>> lines =
                    JsonLines.read(site.work(), site.files().canonical(EntityKind.AGENT, new Bucket(bucket)))) {
                lines.map(DecideOwners::agent).forEach(agents::add);
            }
        }
        return agents;
    }

    private static MatchOwners.Agent agent(Map<String, Object> line) {
        return new MatchOwners.Agent(
                new CanonicalId(String.valueOf(line.get("id"))),
                line.get("email") instanceof String email ? email : null);
    }
}
