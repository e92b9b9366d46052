package dev.ferry.local.intercom.workspace;

/// What the workspace does by itself when something happens: the operator switches it off before a migration.
///
/// *Shape*, with the defaults of [#off] in brackets:
///
/// - `workflows` [false] a workflow answers every new conversation
/// - `fin` [false] the AI agent answers every message of a contact
/// - `csat` [false] a survey is sent when a conversation is closed
/// - `outbound` [false] a welcome message is sent to every new contact of role user
/// - `defaultAssignee` [0] the admin whom new conversations are assigned to; 0 for nobody
public record Automation(boolean workflows, boolean fin, boolean csat, boolean outbound, long defaultAssignee) {

    /// The defaults.
    public static Automation off() {
        return new Automation(false, false, false, false, 0);
    }
}
