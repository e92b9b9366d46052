package dev.ferry.asapp.client.configuration;

import java.util.List;
import java.util.Optional;

/// A tenant's configuration. A list costs one request of the budget for each hundred rows.
///
/// *Errors*: [dev.ferry.asapp.client.AsappException]; `NOT_ENABLED` for what the key may not see.
public interface Configuration {
    /// All of a kind.
    List<ConfigurationRow> list(ConfigurationKind kind);

    /// The structured data fields that are extracted, or those that no longer are.
    List<ConfigurationRow> structuredDataFields(boolean active);

    /// One thing of a kind.
    Optional<ConfigurationRow> find(ConfigurationKind kind, String id);
}
