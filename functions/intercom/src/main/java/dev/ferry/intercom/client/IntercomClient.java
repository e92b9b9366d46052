package dev.ferry.intercom.client;

import dev.ferry.core.budget.RequestBudget;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Wire;
import dev.ferry.intercom.client.internal.ApiTransport;
import dev.ferry.intercom.client.internal.WindowLimit;
import java.net.http.HttpClient;
import java.util.function.IntConsumer;

/// A workspace of Intercom. Making one sends nothing.
///
/// *Threading*: safe for concurrent use; every call blocks until it is answered.
///
/// *Errors*: [IntercomException] from every call.
public final class IntercomClient {
    private final WindowLimit limit;
    private final Workspace workspace;
    private final Attributes attributes;
    private final Tags tags;
    private final Companies companies;
    private final Contacts contacts;
    private final Conversations conversations;

    /// What the client takes from its surroundings.
    ///
    /// @param http must not follow redirects; its connect timeout is the client's
    /// @param budget gives every attempt its turn
    /// @param limitChanged is told of the limit that Intercom announces, when it is new. *Units*: requests in a
    ///     window of 10 seconds
    public record Surroundings(HttpClient http, RequestBudget budget, Sleeper sleeper, IntConsumer limitChanged) {}

    /// A client in the given surroundings.
    public IntercomClient(IntercomConfig config, Surroundings around) {
        limit = new WindowLimit(around.limitChanged());
        Wire wire = new Wire(around.http(), config.timeouts());
        ApiTransport transport = new ApiTransport(config, wire, around.budget(), around.sleeper(), limit);
        Patience patience = new Patience(config.retry().notYetThere(), around.sleeper());
        workspace = new Workspace(transport);
        attributes = new Attributes(transport);
        tags = new Tags(transport);
        companies = new Companies(transport);
        contacts = new Contacts(transport);
        conversations = new Conversations(transport, patience);
    }

    /// The limit that Intercom announced last; 0 before the first call. *Units*: requests in a window of 10
    /// seconds.
    public int windowLimit() {
        return limit.latest();
    }

    /// How many requests the window had left at the latest answer, of [#windowLimit].
    public int windowLeft() {
        return limit.left();
    }

    /// The token, the admins and the ticket types.
    public Workspace workspace() {
        return workspace;
    }

    /// Custom attributes of contacts, companies and conversations.
    public Attributes attributes() {
        return attributes;
    }

    /// Tags.
    public Tags tags() {
        return tags;
    }

    /// Companies.
    public Companies companies() {
        return companies;
    }

    /// Contacts.
    public Contacts contacts() {
        return contacts;
    }

    /// Conversations and their parts.
    public Conversations conversations() {
        return conversations;
    }
}
