package dev.ferry.local.asapp.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;
import java.util.Map;

/// Finds the family of a call by the first segment of its path, and refuses families that are not enabled.
public final class ApiRouter implements Resource {
    private final Tenant tenant;
    private final Map<String, Resource> families;

    /// @param families by first segment, such as `fileexporter`
    public ApiRouter(Tenant tenant, Map<String, Resource> families) {
        this.tenant = tenant;
        this.families = Map.copyOf(families);
    }

    @Override
    public Response answer(Request request) throws IOException {
        if (request.path().equals("/v1/health") && request.method().equals("GET")) {
            return Response.ok(JsonNodeFactory.instance.objectNode().put("healthCheck", "SUCCESS"));
        }
        String first = request.segments().isEmpty() ? "" : request.segments().getFirst();
        Resource family = families.get(first);
        if (family == null) {
            throw ApiException.of(404);
        }
        if (tenant.knobs().api().disabledApis().contains(first)) {
            throw ApiException.of(403);
        }
        return family.answer(request);
    }
}
