package dev.ferry.core.owners;

import dev.ferry.core.owners.OwnerMatch.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Applies a person's answer to the agents that matching left open.
public final class ApplyOwners {
    private static final String DEFAULT = "default";

    private final UserDirectory users;

    public ApplyOwners(UserDirectory users) {
        this.users = users;
    }

    /// The matches with the answer applied, or what is wrong with it.
    ///
    /// @param problems one line each, naming the agent or user and what to do; empty when every agent is decided
    public record Applied(List<OwnerMatch> matches, List<String> problems) {
        public Applied {
            matches = List.copyOf(matches);
            problems = List.copyOf(problems);
        }
    }

    /// Applies the answer. Agents that were matched keep their user unless the answer names another.
    public Applied apply(List<OwnerMatch> matches, OwnerAnswer answer) {
        List<String> problems = new ArrayList<>();
        Map<String, TargetUser> known = lookUp(answer);
        TargetUser fallback = answer.defaultOwner().isBlank()
                ? users.loadingUser()
                : owner(answer.defaultOwner(), known, "the default owner", problems);
        List<OwnerMatch> applied = new ArrayList<>();
        for (OwnerMatch match : matches) {
            String named = answer.owners().get(match.agent().value());
            if (named != null && !named.isBlank() && !named.equals(DEFAULT)) {
                TargetUser user = owner(named, known, match.agent().value(), problems);
                applied.add(new OwnerMatch(match.agent(), Basis.PERSON, user == null ? null : user.id()));
            } else if (match.decided() && named == null) {
                applied.add(match);
            } else {
                applied.add(new OwnerMatch(match.agent(), Basis.DEFAULT, fallback == null ? null : fallback.id()));
            }
        }
        return new Applied(applied, problems);
    }

    private Map<String, TargetUser> lookUp(OwnerAnswer answer) {
        TreeSet<String> names = new TreeSet<>(answer.owners().values());
        names.add(answer.defaultOwner());
        names.removeIf(name -> name.isBlank() || name.equals(DEFAULT));
        Map<String, TargetUser> known = new HashMap<>();
        if (!names.isEmpty()) {
            users.byLoginOrId(names).forEach(user -> {
                known.put(user.id(), user);
                known.put(user.login(), user);
            });
        }
        return known;
    }

    private static @Nullable TargetUser owner(
            String name, Map<String, TargetUser> known, String what, List<String> problems) {
        TargetUser user = known.get(name);
        if (user == null) {
            problems.add(what + ": no user of the target has this login or id; write another or `default`");
        } else if (!user.active()) {
            problems.add(what + ": user " + user.id() + " is inactive; activate it or name another");
        } else if (!user.mayOwn()) {
            problems.add(what + ": the licence of user " + user.id() + " does not let it own records; name another");
        } else {
            return user;
        }
        return null;
    }
}
