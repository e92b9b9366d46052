package dev.ferry.core.owners;

import dev.ferry.core.owners.OwnerMatch.Basis;
import dev.ferry.core.source.CanonicalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Matches agents to users of the target by e-mail address.
public final class MatchOwners {
    private static final int LOOKUP = 100;

    private final UserDirectory users;

    public MatchOwners(UserDirectory users) {
        this.users = users;
    }

    /// An agent as far as matching goes. The address is personal.
    public record Agent(CanonicalId id, @Nullable String email) {

        @Override
        public String toString() {
            return "Agent[" + id + "]";
        }
    }

    /// One match for each agent, in the order of their ids.
    public List<OwnerMatch> match(List<Agent> agents) {
        Map<String, List<TargetUser>> byEmail = new TreeMap<>();
        List<String> emails = agents.stream()
                .map(Agent::email)
                .filter(email -> email != null && !email.isBlank())
                .map(MatchOwners::normal)
                .distinct()
                .sorted()
                .toList();
        for (int from = 0; from < emails.size(); from += LOOKUP) {
            users.byEmail(emails.subList(from, Math.min(emails.size(), from + LOOKUP)))
                    .forEach(user -> byEmail.computeIfAbsent(normal(user.email()), email -> new ArrayList<>())
                            .add(user));
        }
        return agents.stream()
                .map(agent -> match(agent, byEmail))
                .sorted(Comparator.comparing(OwnerMatch::agent))
                .toList();
    }

    private static OwnerMatch match(Agent agent, Map<String, List<TargetUser>> byEmail) {
        String email = agent.email();
        if (email == null || email.isBlank()) {
            return new OwnerMatch(agent.id(), Basis.NO_EMAIL, null);
        }
        List<TargetUser> found = byEmail.getOrDefault(normal(email), List.of());
        List<TargetUser> active = found.stream().filter(TargetUser::active).toList();
        List<TargetUser> owners = active.stream().filter(TargetUser::mayOwn).toList();
        if (owners.size() == 1) {
            return new OwnerMatch(agent.id(), Basis.EMAIL, owners.getFirst().id());
        }
        Basis why = owners.size() > 1
                ? Basis.SEVERAL_USERS
                : !active.isEmpty() ? Basis.LICENCE : found.isEmpty() ? Basis.NO_USER : Basis.INACTIVE_USER;
        return new OwnerMatch(agent.id(), why, null);
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
