package dev.ferry.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator chooses.
///
/// *Shape* as CDK context: `-c environment=prod -c sourceBuckets=acme-export`; lists are texts with commas or JSON
/// arrays. See `docs/reference/deployment.md`.
///
/// @param environment part of every name, so that several live in one account
/// @param sourceBuckets buckets of exports that functions may read
/// @param sourceKeys ARNs of the keys that those are encrypted with
/// @param sourceSecrets names in Secrets Manager of the source's keys
/// @param targetSecrets names in Secrets Manager of the targets' credentials
/// @param kept whether data survive the removal of their stack
/// @param logDays how long logs are kept
/// @param workDays how long work data are kept that can be made again from the source
/// @param alarmEmails who is told of alarms
/// @param events the endpoint of pushed events; null for none
/// @param dailyStatus the run whose budget is looked at after each of the provider's resets; null for none
/// @param parameters values of `parameters.json` that are chosen otherwise
public record Settings(
        String environment,
        List<String> sourceBuckets,
        List<String> sourceKeys,
        List<String> sourceSecrets,
        List<String> targetSecrets,
        boolean kept,
        int logDays,
        int workDays,
        List<String> alarmEmails,
        @Nullable EventsDomain events,
        @Nullable DailyStatus dailyStatus,
        Map<String, String> parameters) {
    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,15}");

    public Settings {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw new IllegalArgumentException(
                    "environment is '%s'; it is 1 to 16 small letters, digits and dashes".formatted(environment));
        }
        sourceBuckets = List.copyOf(sourceBuckets);
        sourceKeys = List.copyOf(sourceKeys);
        sourceSecrets = List.copyOf(sourceSecrets);
        targetSecrets = List.copyOf(targetSecrets);
        alarmEmails = List.copyOf(alarmEmails);
        parameters = Map.copyOf(new TreeMap<>(parameters));
    }

    /// The endpoint that ASAPP pushes events to.
    ///
    /// @param name the host, for example `events.ferry.example.com`
    /// @param certificateArn of the host's certificate
    /// @param truststoreBucket holds the certificates that clients may present
    public record EventsDomain(String name, String certificateArn, String truststoreBucket, String truststoreKey) {}

    /// The run whose budget is looked at.
    public record DailyStatus(String migrationId, String runId, String configKey) {}

    /// The name of a part, for example `ferry-prod-open-gate`. State machines, functions and log groups carry it.
    public String name(String part) {
        return "ferry-%s-%s".formatted(environment, part);
    }
}
