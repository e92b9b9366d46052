package dev.ferry.local.asapp.admin;

import dev.ferry.local.asapp.http.ApiException;
import dev.ferry.local.asapp.http.Resource;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.util.Map;

/// The simulator's own calls below `/sim/v1/`, which ASAPP does not have.
public final class AdminRouter implements Resource {
    private final Map<String, Resource> resources;

    /// @param resources by the segment that follows `/sim/v1/`
    public AdminRouter(Map<String, Resource> resources) {
        this.resources = Map.copyOf(resources);
    }

    @Override
    public Response answer(Request request) throws IOException {
        Resource resource =
                request.segments().size() > 2 && request.segments().get(1).equals("v1")
                        ? resources.get(request.segments().get(2))
                        : null;
        if (resource == null) {
            throw ApiException.of(404);
        }
        return resource.answer(request);
    }
}
