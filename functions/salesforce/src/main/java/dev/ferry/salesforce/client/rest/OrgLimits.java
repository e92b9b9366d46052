package dev.ferry.salesforce.client.rest;

import java.util.Map;
import java.util.Optional;

/// The allowances of the org and what is left of them, by Salesforce's names.
public record OrgLimits(Map<String, Allowance> byName) {
    /// One allowance. Units: what the name says, for example calls or megabytes.
    public record Allowance(long max, long remaining) {}

    /// Copies the map.
    public OrgLimits {
        byName = Map.copyOf(byName);
    }

    /// An allowance by name; empty when the org does not tell it.
    public Optional<Allowance> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// API calls of the rolling 24 hours.
    public Optional<Allowance> dailyApiRequests() {
        return get("DailyApiRequests");
    }

    /// Ingest batches of the rolling 24 hours; older API versions name them otherwise.
    public Optional<Allowance> dailyBulkBatches() {
        return get("DailyBulkApiBatches").or(() -> get("DailyBulkApiRequests"));
    }

    /// Space for records, in megabytes.
    public Optional<Allowance> dataStorageMegabytes() {
        return get("DataStorageMB");
    }

    /// Space for files, in megabytes.
    public Optional<Allowance> fileStorageMegabytes() {
        return get("FileStorageMB");
    }
}
