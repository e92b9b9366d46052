package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import java.util.List;

/// [Schema] over HTTP. Threading: safe.
public final class HttpSchema implements Schema {
    private final ApiTransport transport;
    private final Paths paths;

    /// Over a transport and the paths of its API version.
    public HttpSchema(ApiTransport transport, Paths paths) {
        this.transport = transport;
        this.paths = paths;
    }

    @Override
    public SObjectDescribe describe(String object) {
        var path = paths.of("/sobjects/" + Paths.name(object) + "/describe");
        var response = transport.send(ApiRequest.get(path, "describe " + object));
        var json = response.json();
        if (!json.path("fields").isArray() || !json.path("name").isTextual()) {
            throw response.malformed("a describe without name or fields");
        }
        try {
            return DescribeJson.object(json);
        } catch (IllegalArgumentException noId) {
            throw response.malformed("a describe with an improper record type id");
        }
    }

    @Override
    public List<SObjectSummary> objects() {
        var response = transport.send(ApiRequest.get(paths.of("/sobjects"), "list the objects"));
        var objects = response.json().path("sobjects");
        if (!objects.isArray()) {
            throw response.malformed("without sobjects");
        }
        return DescribeJson.each(objects, DescribeJson::summary);
    }
}
