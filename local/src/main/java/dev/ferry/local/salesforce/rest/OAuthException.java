package dev.ferry.local.salesforce.rest;

import dev.ferry.local.endpoint.Response;

/// A refusal of the token endpoint. *Shape*: HTTP 400, `{"error","error_description"}`.
final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String error;

    OAuthException(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    Response response() {
        return Response.json(400, Json.object().put("error", error).put("error_description", getMessage()));
    }
}
