package dev.ferry.local.stepfunctions;

import java.nio.file.Path;

/// Where the service listens, where its state lives, and whose account it plays.
///
/// @param port the loopback port, or 0 for any free one
/// @param stateDirectory the directory of the journals; made when it is not there
/// @param accountId twelve digits
public record StepFunctionsSettings(int port, Path stateDirectory, String accountId, String region) {

    /// Checks the account id.
    public StepFunctionsSettings {
        if (!accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException("An account id has twelve digits: " + accountId);
        }
    }
}
