package dev.ferry.handlers.report;

import java.util.Map;

/// What people call the load phases of the mappings that Ferry brings along.
final class PhaseTitle {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("Account", "Companies as Accounts"),
            Map.entry("Contact", "Customers as Contacts"),
            Map.entry("AgentStats", "Agents and their workload"),
            Map.entry("Case", "Conversations as Cases"),
            Map.entry("CallTask", "Calls as Tasks"),
            Map.entry("MessageTask", "Messages as Tasks"),
            Map.entry("EmailMessage", "Messages as Email Messages"),
            Map.entry("ContentNote", "Notes"),
            Map.entry("NoteLink", "Notes attached to their Cases"),
            Map.entry("File", "Attachments as files of their Cases"),
            Map.entry("LongMessageNote", "Full text of long messages"),
            Map.entry("LongMessageNoteLink", "Long messages attached to their Cases"));

    private PhaseTitle() {}

    /// The title of a phase; one of a mapping that somebody else wrote is called by its name, in words.
    static String of(String phase) {
        return TITLES.getOrDefault(phase, phase.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    }
}
