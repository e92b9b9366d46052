package dev.ferry.local.intercom.conversations;

import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Endpoint;
import dev.ferry.local.intercom.workspace.Workspace;

/// The subscription that conversations need.
public record Plan(Workspace workspace) {

    /// An endpoint that answers 403 without one.
    public Endpoint needed(Endpoint endpoint) {
        return call -> {
            if (workspace.knobs().access().planRestricted()) {
                throw new ApiException(403, "api_plan_restricted", "Active subscription needed.");
            }
            return endpoint.answer(call);
        };
    }
}
