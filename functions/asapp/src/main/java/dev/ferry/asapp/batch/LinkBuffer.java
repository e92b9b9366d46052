package dev.ferry.asapp.batch;

import dev.ferry.core.identity.Link;
import dev.ferry.core.identity.LinkChunk;
import dev.ferry.core.identity.LinkStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the links of one file and puts them into the store in pieces. A link that the file shows again is kept
/// once, with its first line, as far as a piece reaches. *Threading*: one thread.
public final class LinkBuffer {
    private final LinkStore store;
    private final String feed;
    private final String file;
    private final Map<Link, Link> links = new LinkedHashMap<>();
    private int chunk;
    private long written;

    public LinkBuffer(LinkStore store, String feed, String file) {
        this.store = store;
        this.feed = feed;
        this.file = file;
    }

    /// Adds one link.
    public void add(Link link) {
        links.putIfAbsent(withoutLine(link), link);
        if (links.size() == LinkChunk.MAX_LINKS) {
            flush();
        }
    }

    /// Puts what is left, and says how many links the file gave.
    public long finish() {
        flush();
        return written;
    }

    private void flush() {
        if (!links.isEmpty()) {
            store.putAll(List.of(new LinkChunk(feed, file, chunk++, List.copyOf(links.values()))));
            written += links.size();
            links.clear();
        }
    }

    private static Link withoutLine(Link link) {
        return switch (link) {
            case Link.IssueMerge merge -> new Link.IssueMerge(merge.company(), merge.issueId(), merge.first(), 0);
            case Link.Person person ->
                new Link.Person(
                        person.company(),
                        person.customerId(),
                        person.externalUserId(),
                        person.email(),
                        person.domain(),
                        person.crosswalk(),
                        0);
            case Link.Participation part ->
                new Link.Participation(part.company(), part.issueId(), part.customerId(), 0);
            case Link.Contact contact ->
                new Link.Contact(
                        contact.company(), contact.conversationId(), contact.externalUserId(), contact.email(), 0);
            case Link.Bridge bridge ->
                new Link.Bridge(bridge.company(), bridge.issueId(), bridge.conversationId(), bridge.externalId(), 0);
            case Link.AgentAlias alias ->
                new Link.AgentAlias(alias.company(), alias.repId(), alias.externalAgentId(), 0);
        };
    }
}
