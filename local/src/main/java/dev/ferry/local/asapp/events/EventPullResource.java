package dev.ferry.local.asapp.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// `/sim/v1/events`: the events so far, for tests that cannot listen. Of the simulator only; ASAPP has no such call,
/// and it is there only with the knob `extensions.eventPull`.
///
/// *Shape*: `GET ?afterSeq=0&limit=100` answers
/// `{"events":[{"seq":1,"feed":"journey","event":{...}}],"lastSeq":1}`;
/// `seq` numbers the events of all feeds in the order of their creation.
public final class EventPullResource implements Resource {
    private static final int DEFAULT = 100;
    private static final int MOST = 1_000;

    private final Tenant tenant;
    private final Path export;

    public EventPullResource(Tenant tenant, Path export) {
        this.tenant = tenant;
        this.export = export;
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET") || !tenant.knobs().extensions().eventPull()) {
            throw ApiException.of(404);
        }
        long after = number(request, "afterSeq", 0, 0, Long.MAX_VALUE);
        long limit = number(request, "limit", DEFAULT, 1, MOST);
        List<EventReader> readers = Arrays.stream(EventFeed.values())
                .map(feed -> new EventReader(feed, export))
                .toList();
        try {
            return Response.ok(merged(readers, after, limit));
        } finally {
            readers.forEach(EventReader::close);
        }
    }

    private record Head(ScheduledEvent event, EventReader reader) {}

    private ObjectNode merged(List<EventReader> readers, long after, long limit) {
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparing((Head head) -> head.event().due())
                        .thenComparing(head -> head.event().feed()));
        readers.forEach(reader -> reader.next().ifPresent(event -> heads.add(new Head(event, reader))));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        long seq = 0;
        while (!heads.isEmpty() && events.size() < limit) {
            Head head = heads.remove();
            if (head.event().due().isAfter(tenant.clock().now())) {
                continue;
            }
            seq++;
            if (seq > after) {
                add(events.addObject().put("seq", seq), head.event());
            }
            head.reader().next().ifPresent(event -> heads.add(new Head(event, head.reader())));
        }
        return answer.put("lastSeq", Math.max(seq, after));
    }

    // A line that is no JSON is shown as a text.
    private static void add(ObjectNode entry, ScheduledEvent event) {
        entry.put("feed", event.feed().label());
        if (event.isJson()) {
            entry.putRawValue("event", new RawValue(event.body()));
        } else {
            entry.put("event", event.body());
        }
    }

    private static long number(Request request, String name, long otherwise, long least, long most) {
        try {
            long number = Long.parseLong(request.query().getOrDefault(name, Long.toString(otherwise)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ApiException.of(400);
        }
        throw ApiException.of(400);
    }
}
