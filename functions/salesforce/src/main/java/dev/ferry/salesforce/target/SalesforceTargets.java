package dev.ferry.salesforce.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.salesforce.client.ApiBudget;
import dev.ferry.salesforce.client.ApiVersion;
import dev.ferry.salesforce.client.HttpSalesforceClient;
import dev.ferry.salesforce.client.SalesforceConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Makes targets from what a run's configuration and its secret say.
public final class SalesforceTargets {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    // The share of one process says nothing when a run has many and lasts for days; what is left to others does.
    private static final ApiBudget BUDGET = new ApiBudget(1, 0.2);

    // Where production orgs sign in, and the version that Ferry was built and tested against.
    private static final URI LOGIN = URI.create("https://login.salesforce.com");
    private static final String API_VERSION = "66.0";

    private SalesforceTargets() {}

    /// The org that a run's configuration names, see [#create(String, URI, String, SalesforceTargetSettings, Clock,
    /// RandomGenerator)].
    public static SalesforceTarget create(
            String secretJson,
            TargetConfig target,
            SalesforceTargetSettings settings,
            Clock clock,
            RandomGenerator random) {
        return create(
                secretJson,
                target.address().orElse(LOGIN),
                target.version().orElse(API_VERSION),
                settings,
                clock,
                random);
    }

    /// The org behind a sign-in address. Sends nothing yet.
    ///
    /// *Shape* of the secret: `{"flow":"client_credentials","consumerKey","consumerSecret"}`, or
    /// `{"flow":"jwt","consumerKey","username","audience","privateKey"}` with the key as PKCS#8 PEM text.
    ///
    /// *Errors*: `CONFIGURATION`, naming the field of the secret or the setting that is missing or wrong, never its
    /// value.
    ///
    /// @param random spreads waits; safe for many threads
    public static SalesforceTarget create(
            String secretJson,
            URI loginUrl,
            String apiVersion,
            SalesforceTargetSettings settings,
            Clock clock,
            RandomGenerator random) {
        SalesforceConfig config = config(secretJson, loginUrl, apiVersion);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        return new SalesforceTarget(new HttpSalesforceClient(config, http, clock, random), settings);
    }

    private static SalesforceConfig config(String secretJson, URI loginUrl, String apiVersion) {
        SalesforceSecret secret = SalesforceSecret.parse(secretJson);
        try {
            return SalesforceConfig.of(loginUrl, secret.credentials())
                    .withApiVersion(new ApiVersion(apiVersion))
                    .withBudget(BUDGET);
        } catch (IllegalArgumentException e) {
            throw new FerryException(
                    ErrorCode.CONFIGURATION, "the target's loginUrl or apiVersion: " + e.getMessage(), e);
        }
    }
}
