package dev.ferry.local.asapp.http;

import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import java.io.IOException;

/// One family of API calls.
@FunctionalInterface
public interface Resource {

    /// Answers a request that passed the door. *Errors*: [ApiException] for the error envelope.
    Response answer(Request request) throws IOException;
}
