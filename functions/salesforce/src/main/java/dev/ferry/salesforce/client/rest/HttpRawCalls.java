package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.http.RequestBody;
import dev.ferry.salesforce.client.WriteAutomation;
import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/// [RawCalls] over HTTP. Threading: safe.
public final class HttpRawCalls implements RawCalls {
    private static final int BOUNDARY_BYTES = 16;
    private static final int NO_CONTENT = 204;

    private final ApiTransport transport;
    private final Paths paths;
    private final WriteAutomation automation;
    private final RandomGenerator random;

    /// Over a transport, the paths of its API version, what automation may do, and chance for the boundaries
    /// between parts.
    public HttpRawCalls(ApiTransport transport, Paths paths, WriteAutomation automation, RandomGenerator random) {
        this.transport = transport;
        this.paths = paths;
        this.automation = automation;
        this.random = random;
    }

    @Override
    public JsonNode get(String resource, String attempted) {
        return transport.send(ApiRequest.get(paths.of(resource), attempted)).json();
    }

    @Override
    public JsonNode post(String resource, JsonNode document, String attempted) {
        return write(ApiRequest.post(paths.of(resource), RequestBody.json(document), attempted));
    }

    @Override
    public JsonNode patch(String resource, JsonNode document, String attempted) {
        return write(ApiRequest.patch(paths.of(resource), RequestBody.json(document), attempted));
    }

    @Override
    public JsonNode postParts(String resource, List<Part> parts, String attempted) {
        var bytes = new byte[BOUNDARY_BYTES];
        random.nextBytes(bytes);
        var boundary = HexFormat.of().formatHex(bytes);
        var length = parts.stream()
                        .mapToLong(part -> head(part, boundary).length + part.length() + 2L)
                        .sum()
                + end(boundary).length;
        var body = new RequestBody("multipart/form-data; boundary=" + boundary, length, () -> open(parts, boundary));
        return write(ApiRequest.post(paths.of(resource), body, attempted));
    }

    private JsonNode write(ApiRequest request) {
        var response = transport.send(request.with(automation.headers()));
        return response.status() == NO_CONTENT ? MissingNode.getInstance() : response.json();
    }

    private static InputStream open(List<Part> parts, String boundary) throws IOException {
        var streams = new ArrayList<InputStream>();
        for (var part : parts) {
            streams.add(new ByteArrayInputStream(head(part, boundary)));
            streams.add(part.content().open());
            streams.add(new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.US_ASCII)));
        }
        streams.add(new ByteArrayInputStream(end(boundary)));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static byte[] head(Part part, String boundary) {
        return part.head(boundary).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] end(String boundary) {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
