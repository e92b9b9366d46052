package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.owners.TargetUser;
import dev.ferry.core.owners.UserDirectory;
import dev.ferry.intercom.client.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The admins of the workspace. Only those with a seat in the inbox can act on conversations. The list is read
/// once.
///
/// *Threading*: safe for concurrent use.
final class Admins implements UserDirectory {
    private final Workspace workspace;
    private final String configured;
    private @Nullable List<TargetUser> known;
    private @Nullable TargetUser migrationAdmin;

    /// @param configured id or e-mail of the admin whom Ferry acts as; empty for the token's own
    Admins(Workspace workspace, String configured) {
        this.workspace = workspace;
        this.configured = configured;
    }

    @Override
    public List<TargetUser> byEmail(Collection<String> emails) {
        Set<String> wanted = emails.stream().map(Admins::folded).collect(Collectors.toSet());
        return all().stream()
                .filter(user -> wanted.contains(folded(user.email())))
                .toList();
    }

    @Override
    public List<TargetUser> byLoginOrId(Collection<String> names) {
        Set<String> wanted = names.stream().map(Admins::folded).collect(Collectors.toSet());
        return all().stream()
                .filter(user -> wanted.contains(user.id()) || wanted.contains(folded(user.login())))
                .toList();
    }

    @Override
    public synchronized TargetUser loadingUser() {
        TargetUser found = migrationAdmin;
        if (found == null) {
            String name = configured.isEmpty()
                    ? Refusals.translated(workspace::me).path("id").asText("")
                    : configured;
            found = byLoginOrId(List.of(name)).stream()
                    .findFirst()
                    .orElseThrow(() -> new FerryException(
                            ErrorCode.TARGET_ACCESS,
                            "the workspace has no admin whom target.options.admin or the token names; name one with a"
                                    + " seat in the inbox"));
            migrationAdmin = found;
        }
        return found;
    }

    private synchronized List<TargetUser> all() {
        List<TargetUser> users = known;
        if (users == null) {
            users = Refusals.translated(workspace::admins).stream()
                    .map(Admins::user)
                    .toList();
            known = users;
        }
        return users;
    }

    private static TargetUser user(JsonNode admin) {
        String email = admin.path("email").asText("").strip();
        return new TargetUser(
                admin.path("id").asText(),
                email,
                email,
                true,
                admin.path("has_inbox_seat").asBoolean());
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
