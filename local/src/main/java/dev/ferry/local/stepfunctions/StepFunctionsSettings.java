package dev.ferry.local.stepfunctions;

import java.nio.file.Path;
import java.util.List;

/// Where the service listens, where its state lives, and whose account it plays.
///
/// @param port the loopback port, or 0 for any free one
/// @param stateDirectory the directory of the journals; made when it is not there
/// @param accountId twelve digits
/// @param rules who hears of the ends of executions, each queue by its URL
public record StepFunctionsSettings(
        int port, Path stateDirectory, String accountId, String region, List<StatusRule> rules) {

    /// Checks the account id.
    public StepFunctionsSettings {
        rules = List.copyOf(rules);
        if (!accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException("An account id has twelve digits: " + accountId);
        }
    }

    /// A service whose ends nobody hears of.
    public StepFunctionsSettings(int port, Path stateDirectory, String accountId, String region) {
        this(port, stateDirectory, accountId, region, List.of());
    }
}
