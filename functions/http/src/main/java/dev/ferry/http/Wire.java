package dev.ferry.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// One attempt of one request, with time limits. Blocks.
public final class Wire {
    // Above this a body is a file: it gets the time of an upload.
    private static final long SMALL_BODY = 1 << 20;

    private final HttpClient http;
    private final Timeouts timeouts;

    /// A wire over the client, which must not follow redirects: a redirect would carry the token to a host of
    /// somebody else's choice.
    public Wire(HttpClient http, Timeouts timeouts) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HTTP client must not follow redirects: they would carry the token along");
        }
        this.http = http;
        this.timeouts = timeouts;
    }

    /// Sends the request and waits.
    public Exchange send(WireRequest request) {
        try (var content = request.body().content().open()) {
            var publisher = request.body().length() == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(() -> content),
                            request.body().length());
            var response = http.send(build(request, publisher), BodyHandlers.ofInputStream());
            return new Exchange.Answer(answer(request, response));
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            return new Exchange.Silence(unreached, false);
        } catch (IOException broken) {
            return new Exchange.Silence(broken, true);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Exchange.Interrupted();
        }
    }

    private HttpRequest build(WireRequest request, BodyPublisher publisher) {
        var body = request.body();
        var builder = HttpRequest.newBuilder(request.address())
                .method(request.method(), publisher)
                .timeout(body.length() > SMALL_BODY ? timeouts.upload() : timeouts.answer());
        if (body.length() > 0) {
            builder.setHeader("Content-Type", body.contentType());
        }
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private WireResponse answer(WireRequest request, HttpResponse<InputStream> response) throws IOException {
        var guarded = new StallGuard(response.body(), timeouts.stall());
        var streamed = new WireResponse(response.statusCode(), response.headers(), guarded);
        if (request.stream() && streamed.isSuccess()) {
            return streamed;
        }
        try (guarded) {
            return new WireResponse(
                    streamed.status(), streamed.headers(), new ByteArrayInputStream(guarded.readAllBytes()));
        }
    }
}
