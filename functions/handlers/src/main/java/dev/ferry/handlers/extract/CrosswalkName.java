package dev.ferry.handlers.extract;

import dev.ferry.asapp.crosswalk.CrosswalkKind;
import java.util.Optional;

/// What a crosswalk file holds, by its name: `customers.csv` or `agents.csv`, with anything between, for example
/// `customers-2026-10.csv`.
final class CrosswalkName {
    private CrosswalkName() {}

    static Optional<CrosswalkKind> kind(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        if (!name.endsWith(".csv")) {
            return Optional.empty();
        }
        if (name.startsWith("customers")) {
            return Optional.of(CrosswalkKind.CUSTOMERS);
        }
        return name.startsWith("agents") ? Optional.of(CrosswalkKind.AGENTS) : Optional.empty();
    }
}
