package dev.ferry.asapp.client.configuration;

import dev.ferry.asapp.client.RawRow;

/// A configured thing as it came.
public record ConfigurationRow(ConfigurationKind kind, String id, RawRow row) {}
