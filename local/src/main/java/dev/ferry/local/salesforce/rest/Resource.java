package dev.ferry.local.salesforce.rest;

import dev.ferry.local.endpoint.Response;
import java.io.IOException;

/// A function from a call to an answer. *Errors*: [ApiException] and the exceptions of the packages beneath.
interface Resource {
    Response answer(Call call) throws IOException;
}
