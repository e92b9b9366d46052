package dev.ferry.salesforce.client;

import dev.ferry.http.Timeouts;
import dev.ferry.http.TrustedHost;
import dev.ferry.salesforce.client.auth.Credentials;
import java.net.URI;
import java.time.Duration;

/// Everything that one client needs to know of its org.
///
/// `loginHost` is where tokens are asked for: `https://login.salesforce.com`, `https://test.salesforce.com`
/// or the My Domain host (which client credentials require). `sessionMaxAge` is the age at which a session is
/// renewed without waiting for its refusal.
///
/// Errors: refuses a host that is neither https nor on the loopback.
public record SalesforceConfig(
        URI loginHost,
        ApiVersion apiVersion,
        Credentials credentials,
        Timeouts timeouts,
        RetryPolicy retry,
        ApiBudget budget,
        WriteAutomation automation,
        Duration sessionMaxAge) {
    /// The version that this client was written against.
    public static final ApiVersion DEFAULT_VERSION = new ApiVersion("66.0");

    private static final Duration DEFAULT_SESSION_MAX_AGE = Duration.ofMinutes(60);

    /// Checks the host and the age.
    public SalesforceConfig {
        loginHost = TrustedHost.require(loginHost);
        if (!sessionMaxAge.isPositive()) {
            throw new IllegalArgumentException("A session that lives " + sessionMaxAge + " is of no use");
        }
    }

    /// The standard settings for an org.
    public static SalesforceConfig of(URI loginHost, Credentials credentials) {
        return new SalesforceConfig(
                loginHost,
                DEFAULT_VERSION,
                credentials,
                Timeouts.standard(),
                RetryPolicy.standard(),
                ApiBudget.standard(),
                WriteAutomation.quiet(),
                DEFAULT_SESSION_MAX_AGE);
    }

    /// The same with another API version.
    public SalesforceConfig withApiVersion(ApiVersion version) {
        return new SalesforceConfig(
                loginHost, version, credentials, timeouts, retry, budget, automation, sessionMaxAge);
    }

    /// The same with another patience.
    public SalesforceConfig withRetry(RetryPolicy policy) {
        return new SalesforceConfig(
                loginHost, apiVersion, credentials, timeouts, policy, budget, automation, sessionMaxAge);
    }

    /// The same with other timeouts.
    public SalesforceConfig withTimeouts(Timeouts limits) {
        return new SalesforceConfig(
                loginHost, apiVersion, credentials, limits, retry, budget, automation, sessionMaxAge);
    }

    /// The same with another budget.
    public SalesforceConfig withBudget(ApiBudget bounds) {
        return new SalesforceConfig(
                loginHost, apiVersion, credentials, timeouts, retry, bounds, automation, sessionMaxAge);
    }

    /// The same with other automation on REST writes.
    public SalesforceConfig withAutomation(WriteAutomation choice) {
        return new SalesforceConfig(loginHost, apiVersion, credentials, timeouts, retry, budget, choice, sessionMaxAge);
    }
}
