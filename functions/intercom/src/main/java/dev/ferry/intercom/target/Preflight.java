package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.Target.Finding;
import dev.ferry.intercom.client.IntercomClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would stop a load, found before the first record is written: the token, the admin who acts, the ticket
/// type.
final class Preflight {
    private final IntercomClient client;
    private final IntercomOptions options;

    Preflight(IntercomClient client, IntercomOptions options) {
        this.client = client;
        this.options = options;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        JsonNode me = Refusals.translated(() -> client.workspace().me());
        if (!me.path("app").path("id_code").isTextual()) {
            findings.add(new Finding(
                    true,
                    "the token belongs to no workspace",
                    "Use the access token of a private app of the workspace."));
        }
        List<JsonNode> admins = Refusals.translated(() -> client.workspace().admins());
        admin(admins, me).ifPresent(findings::add);
        ticketType().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> admin(List<JsonNode> admins, JsonNode me) {
        String wanted = options.admin().isEmpty() ? me.path("id").asText("") : options.admin();
        Optional<JsonNode> found = admins.stream()
                .filter(admin -> admin.path("id").asText().equals(wanted)
                        || admin.path("email").asText().equalsIgnoreCase(wanted.strip()))
                .findFirst();
        if (found.isPresent() && found.get().path("has_inbox_seat").asBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                true,
                "the admin who is to act for bots and unmatched agents "
                        + (found.isPresent() ? "has no seat in the inbox" : "is not in the workspace"),
                "Name one with a seat in target.options.admin."));
    }

    private Optional<Finding> ticketType() {
        if (options.ticketType().isEmpty()) {
            return Optional.empty();
        }
        boolean there = Refusals.translated(() -> client.workspace().ticketTypes()).stream()
                .anyMatch(type -> type.path("id").asText().equals(options.ticketType())
                        && type.path("category").asText().equals("Customer"));
        return there
                ? Optional.empty()
                : Optional.of(new Finding(
                        true,
                        "target.options.ticketType names no ticket type of the category Customer",
                        "Correct the id, or leave it out to keep conversations as they are."));
    }
}
