package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// [Org] over HTTP. Threading: safe.
public final class HttpOrg implements Org {
    private final ApiTransport transport;
    private final Paths paths;

    /// Over a transport and the paths of its API version.
    public HttpOrg(ApiTransport transport, Paths paths) {
        this.transport = transport;
        this.paths = paths;
    }

    @Override
    public OrgLimits limits() {
        var response = transport.send(ApiRequest.get(paths.of("/limits"), "read the limits"));
        var byName = new HashMap<String, OrgLimits.Allowance>();
        for (var limit : response.json().properties()) {
            var value = limit.getValue();
            if (value.path("Max").isNumber() && value.path("Remaining").isNumber()) {
                byName.put(
                        limit.getKey(),
                        new OrgLimits.Allowance(
                                value.path("Max").asLong(),
                                value.path("Remaining").asLong()));
            }
        }
        if (byName.isEmpty()) {
            throw response.malformed("without limits");
        }
        return new OrgLimits(byName);
    }

    @Override
    public Map<String, Long> recordCounts(Collection<String> objects) {
        var names = objects.stream().map(Paths::name).collect(Collectors.joining(","));
        var response =
                transport.send(ApiRequest.get(paths.of("/limits/recordCount?sObjects=" + names), "read record counts"));
        var counts = new HashMap<String, Long>();
        response.json()
                .path("sObjects")
                .forEach(each -> counts.put(
                        each.path("name").asText(), each.path("count").asLong()));
        return Map.copyOf(counts);
    }
}
