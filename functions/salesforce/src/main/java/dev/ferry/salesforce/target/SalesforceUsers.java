package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.owners.TargetUser;
import dev.ferry.core.owners.UserDirectory;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.rest.QueryResult;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Users of the org. Only those of the standard type can own Cases.
///
/// A sandbox's users are copies whose addresses end in `.invalid`, so that nobody gets mail; they are found and
/// told by the address that they had.
final class SalesforceUsers implements UserDirectory {
    private static final String FIELDS = "SELECT Id, Username, Email, IsActive, UserType FROM User WHERE ";
    private static final String COPIED = ".invalid";

    private final SalesforceClient client;

    SalesforceUsers(SalesforceClient client) {
        this.client = client;
    }

    @Override
    public List<TargetUser> byEmail(Collection<String> emails) {
        if (emails.isEmpty()) {
            return List.of();
        }
        boolean sandbox = isSandbox();
        List<String> spellings = new ArrayList<>(emails);
        if (sandbox) {
            emails.forEach(email -> spellings.add(email + COPIED));
        }
        List<TargetUser> users = find(Soql.inChunks("Email", spellings));
        return sandbox ? users.stream().map(SalesforceUsers::asInProduction).toList() : users;
    }

    private boolean isSandbox() {
        return Refusals.translated(() -> {
            QueryResult organization = client.queries().query("SELECT IsSandbox FROM Organization LIMIT 1");
            return organization.hasNext()
                    && organization.next().path("IsSandbox").asBoolean();
        });
    }

    private static TargetUser asInProduction(TargetUser user) {
        String email = user.email();
        return email.endsWith(COPIED)
                ? new TargetUser(
                        user.id(),
                        user.login(),
                        email.substring(0, email.length() - COPIED.length()),
                        user.active(),
                        user.mayOwn())
                : user;
    }

    @Override
    public List<TargetUser> byLoginOrId(Collection<String> names) {
        List<String> ids = names.stream().filter(SalesforceId::isId).toList();
        List<String> logins =
                names.stream().filter(name -> !SalesforceId.isId(name)).toList();
        List<String> conditions = new ArrayList<>(Soql.inChunks("Id", ids));
        conditions.addAll(Soql.inChunks("Username", logins));
        return find(conditions);
    }

    @Override
    public TargetUser loadingUser() {
        String id = Refusals.translated(client::connect).userId();
        return byLoginOrId(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new FerryException(
                        ErrorCode.TARGET_ACCESS, "the signed-in user cannot read its own User record"));
    }

    private List<TargetUser> find(List<String> conditions) {
        List<TargetUser> users = new ArrayList<>();
        for (String condition : conditions) {
            Refusals.translated(() -> {
                client.queries().query(FIELDS + condition).forEachRemaining(row -> users.add(user(row)));
                return users;
            });
        }
        return List.copyOf(users);
    }

    private static TargetUser user(ObjectNode row) {
        return new TargetUser(
                row.path("Id").asText(),
                row.path("Username").asText(),
                row.path("Email").asText(),
                row.path("IsActive").asBoolean(),
                row.path("UserType").asText("Standard").equals("Standard"));
    }
}
