package dev.ferry.local.intercom.workspace;

import java.time.ZoneId;

/// What `GET /me` tells of the workspace.
///
/// @param id as `workspace_id` and `app_id` show it
/// @param region `US`, `EU` or `AU`
/// @param timezone the one that date searches are cut to days in
public record Identity(String id, String name, String region, ZoneId timezone) {

    /// A workspace for tests and demonstrations.
    public static Identity demonstration() {
        return new Identity("ferry5x1", "Ferry demonstration", "US", ZoneId.of("America/Los_Angeles"));
    }
}
