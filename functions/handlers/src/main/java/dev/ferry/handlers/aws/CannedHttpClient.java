package dev.ferry.handlers.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/// Answers every request with an empty document, without sending it.
///
/// *Threading*: safe for concurrent use.
final class CannedHttpClient implements SdkHttpClient {
    private static final int OK = 200;
    private static final String EMPTY = "{}";

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                AbortableInputStream body =
                        AbortableInputStream.create(new ByteArrayInputStream(EMPTY.getBytes(StandardCharsets.UTF_8)));
                return HttpExecuteResponse.builder()
                        .response(SdkHttpFullResponse.builder()
                                .statusCode(OK)
                                .putHeader("Content-Length", Integer.toString(EMPTY.length()))
                                .build())
                        .responseBody(body)
                        .build();
            }

            @Override
            public void abort() {
                // Nothing is under way.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
