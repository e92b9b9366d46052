package dev.ferry.local.intercom.limits;

import dev.ferry.local.endpoint.Response;

/// What the windows made of one call.
///
/// @param window when it began, in seconds since 1970
/// @param limit calls of the app in a window, as the header shows it
/// @param remaining calls that the window still has room for
/// @param refusedBy the limit that was reached; 0 when the call goes through
public record Admission(long window, int limit, int remaining, int refusedBy) {

    /// Whether the call goes through.
    public boolean passes() {
        return refusedBy == 0;
    }

    /// An answer with the three headers.
    public Response mark(Response response) {
        return response.with("X-RateLimit-Limit", Integer.toString(limit))
                .with("X-RateLimit-Remaining", Integer.toString(remaining))
                .with("X-RateLimit-Reset", Long.toString(window + RateWindows.SECONDS));
    }
}
