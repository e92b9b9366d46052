package dev.ferry.infra.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the settings from CDK context.
///
/// *Errors*: `IllegalArgumentException` that names the key.
public final class ContextSettings {
    private static final String DEFAULT_ENVIRONMENT = "dev";
    private static final List<String> SOURCE_SECRETS = List.of("ferry/asapp");
    private static final List<String> TARGET_SECRETS = List.of("ferry/salesforce", "ferry/intercom");
    private static final String KEEP = "keep";
    private static final String DEFAULT_LOG_DAYS = "30";
    // Items of staging expire after 90 days at the latest, unless a run says otherwise; DynamoDB is some days late, and
    // what they point to has to outlive them.
    private static final String DEFAULT_WORK_DAYS = "120";

    private final Function<String, @Nullable Object> context;

    private ContextSettings(Function<String, @Nullable Object> context) {
        this.context = context;
    }

    /// The settings.
    ///
    /// @param context finds a value by its key, or null
    /// @param parameters the values that may be chosen otherwise, by name
    public static Settings read(Function<String, @Nullable Object> context, Map<String, String> parameters) {
        return new ContextSettings(context).settings(parameters);
    }

    private Settings settings(Map<String, String> parameters) {
        return new Settings(
                text("environment").orElse(DEFAULT_ENVIRONMENT),
                list("sourceBuckets").orElse(List.of()),
                list("sourceKeys").orElse(List.of()),
                list("sourceSecrets").orElse(SOURCE_SECRETS),
                list("targetSecrets").orElse(TARGET_SECRETS),
                keepsData(text("data").orElse(KEEP)),
                number("logDays", text("logDays").orElse(DEFAULT_LOG_DAYS)),
                workDays(),
                list("alarmEmails").orElse(List.of()),
                events(),
                dailyStatus(),
                chosen(parameters));
    }

    private int workDays() {
        int days = number("workDays", text("workDays").orElse(DEFAULT_WORK_DAYS));
        if (days < 1) {
            throw new IllegalArgumentException("context workDays is %d; it is at least 1".formatted(days));
        }
        return days;
    }

    private static boolean keepsData(String value) {
        if (!value.equals(KEEP) && !value.equals("remove")) {
            throw new IllegalArgumentException("context data is '%s'; it is keep or remove".formatted(value));
        }
        return value.equals(KEEP);
    }

    private Settings.@Nullable EventsDomain events() {
        return text("eventsDomain")
                .map(name -> new Settings.EventsDomain(
                        name,
                        needed("eventsCertificate", "eventsDomain"),
                        needed("eventsTruststoreBucket", "eventsDomain"),
                        needed("eventsTruststoreKey", "eventsDomain")))
                .orElse(null);
    }

    private Settings.@Nullable DailyStatus dailyStatus() {
        return text("dailyStatusMigration")
                .map(migration -> new Settings.DailyStatus(
                        migration,
                        needed("dailyStatusRun", "dailyStatusMigration"),
                        needed("dailyStatusConfig", "dailyStatusMigration")))
                .orElse(null);
    }

    private Map<String, String> chosen(Map<String, String> parameters) {
        Map<String, String> chosen = new HashMap<>(parameters);
        parameters
                .keySet()
                .forEach(name ->
                        text(name).ifPresent(value -> chosen.put(name, likeTheDefault(name, parameters, value))));
        return chosen;
    }

    private static String likeTheDefault(String name, Map<String, String> parameters, String value) {
        boolean number = parameters.getOrDefault(name, "").chars().allMatch(Character::isDigit);
        return number ? Integer.toString(number(name, value)) : value;
    }

    private String needed(String key, String because) {
        return text(key)
                .orElseThrow(() ->
                        new IllegalArgumentException("context %s is set, so %s is needed too".formatted(because, key)));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(context.apply(key)).map(String::valueOf).filter(value -> !value.isEmpty());
    }

    private Optional<List<String>> list(String key) {
        Object value = context.apply(key);
        return value instanceof List<?> listed
                ? Optional.of(listed.stream().map(String::valueOf).toList())
                : text(key)
                        .map(texts -> Arrays.stream(texts.split(",", -1))
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList());
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("context %s is '%s'; it is a whole number".formatted(key, value), e);
        }
    }
}
