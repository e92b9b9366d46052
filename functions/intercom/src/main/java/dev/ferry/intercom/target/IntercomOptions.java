package dev.ferry.intercom.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What a run's configuration says of Intercom alone (`target.options`).
///
/// @param admin id or e-mail of the admin who speaks for bots and unmatched agents; empty for the token's own
/// @param pace how much of the limit is used
/// @param replyPause between two replies in one conversation
/// @param parallel how many conversations are loaded at the same time by one worker
/// @param step how long one call of the loader works before it lets go
/// @param files which attachments are sent
/// @param confirmedOff what the operator says is switched off, see [Interlock]
/// @param attributes which Ferry makes beside those it brings along
/// @param ticketType id of the ticket type that conversations become; empty to leave them conversations
record IntercomOptions(
        String admin,
        PaceOptions pace,
        Duration replyPause,
        int parallel,
        Duration step,
        FileLimits files,
        Set<String> confirmedOff,
        String ticketType,
        AttributeCatalogue attributes) {
    private static final Set<String> NAMES = Set.of(
            "admin",
            "requestsPerMinute",
            "limitSharePercent",
            "replyPauseMillis",
            "parallel",
            "stepSeconds",
            "maxFileBytes",
            "maxRequestBytes",
            "confirmedOff",
            "ticketType",
            "attributes");

    IntercomOptions {
        confirmedOff = Set.copyOf(confirmedOff);
    }

    /// How much of Intercom's limit is used: the smaller of both.
    ///
    /// @param requestsPerMinute the most, whatever Intercom allows
    /// @param sharePercent of what Intercom announces; the rest is left to others who use the workspace
    record PaceOptions(int requestsPerMinute, int sharePercent) {}

    /// The most that is sent of files. *Units*: bytes before they are encoded.
    record FileLimits(long perFile, long perRequest) {}

    /// Reads the options and fills in the defaults.
    ///
    /// *Errors*: `CONFIGURATION`, naming the option.
    static IntercomOptions of(Map<String, String> options) {
        options.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name, "is no option of Intercom; there are " + String.join(", ", new TreeSet<>(NAMES)));
                });
        return new IntercomOptions(
                options.getOrDefault("admin", ""),
                new PaceOptions(
                        number(options, "requestsPerMinute", 500, 6, 1_000_000),
                        number(options, "limitSharePercent", 50, 1, 100)),
                Duration.ofMillis(number(options, "replyPauseMillis", 1_000, 0, 60_000)),
                number(options, "parallel", 32, 1, 500),
                Duration.ofSeconds(number(options, "stepSeconds", 600, 1, 780)),
                new FileLimits(
                        number(options, "maxFileBytes", 20_000_000, 0, 100_000_000),
                        number(options, "maxRequestBytes", 30_000_000, 1, 200_000_000)),
                words(options.getOrDefault("confirmedOff", "")),
                options.getOrDefault("ticketType", ""),
                attributes(options.getOrDefault("attributes", "")));
    }

    private static AttributeCatalogue attributes(String yaml) {
        try {
            return AttributeCatalogue.parse(yaml);
        } catch (FerryException | YamlEngineException | IllegalArgumentException e) {
            throw wrong(
                    "attributes",
                    "is not of the form contact: {asapp_contact_tier: string}, with the models contact, company and"
                            + " conversation: " + e.getMessage());
        }
    }

    private static int number(Map<String, String> options, String name, int otherwise, int least, int most) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(name, "is \"%s\": give a whole number from %d to %d".formatted(text, least, most));
        }
        return Integer.parseInt(text);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static FerryException wrong(String name, String what) {
        return new FerryException(ErrorCode.CONFIGURATION, "target.options." + name + " " + what);
    }
}
