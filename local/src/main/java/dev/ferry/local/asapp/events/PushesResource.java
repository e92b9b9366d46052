package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;

/// `/sim/v1/pushes`: GET tells what became of every event, one JSON object a line.
public final class PushesResource implements Resource {
    private final DeliveryLog log;

    public PushesResource(DeliveryLog log) {
        this.log = log;
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET")) {
            throw ApiException.of(404);
        }
        return Response.stream("application/x-ndjson", log::copyTo);
    }
}
