package dev.ferry.local.intercom.http;

import dev.ferry.local.endpoint.Response;
import java.io.IOException;

/// One endpoint of the API.
@FunctionalInterface
public interface Endpoint {

    /// Answers a call that passed the door. *Errors*: [ApiException] for the error list.
    Response answer(Call call) throws IOException;
}
