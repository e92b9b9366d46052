package dev.ferry.intercom.target;

import dev.ferry.core.load.PlannedLoad;
import dev.ferry.core.load.PlannedLoad.Writes;
import dev.ferry.core.load.TargetForecast;
import dev.ferry.core.load.TargetForecast.Need;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What a planned load asks of a workspace: calls, and the time that they take at the limit.
///
/// *Source*: Intercom allows no number of calls in a day, only in windows of 10 seconds. That replies have a limit
/// of their own, one public loader has seen; no page of Intercom says so, so it is told and not reckoned with.
///
/// @param announced what Intercom allows in a window; 0 when it has not said so
record LoadForecast(IntercomOptions options, int announced) {
    private static final int WINDOWS_A_MINUTE = 6;
    private static final int SEARCHED_AT_ONCE = 15;
    private static final int LISTED_AT_ONCE = 100;
    private static final int SEEN_REPLIES_A_MINUTE = 600;

    /// The forecast.
    ///
    /// @param beforehand calls that write before the first phase
    TargetForecast of(PlannedLoad load, long beforehand) {
        long writes =
                beforehand + load.phases().stream().mapToLong(Writes::calls).sum();
        long conversations = load.phases().stream()
                .filter(phase -> phase.phase().object().equals(ConversationWriter.OBJECT))
                .mapToLong(Writes::readBack)
                .sum();
        long reads = load.phases().stream()
                .mapToLong(phase -> reads(phase, conversations))
                .sum();
        long replies = load.phases().stream()
                .filter(phase -> phase.phase().object().equals(MessageWriter.OBJECT))
                .mapToLong(Writes::calls)
                .sum();
        int window = IntercomBudget.window(options.pace(), announced);
        Duration byLimit = CallPlan.duration(writes + reads, window);
        Duration byPause =
                options.replyPause().multipliedBy(replies).dividedBy(options.parallel() * (long) load.loadBuckets());
        boolean pauseBinds = byPause.compareTo(byLimit) > 0;
        return new TargetForecast(
                List.of(
                        new Need("API calls that write", writes, true, 0, 0, ""),
                        new Need("API calls that read back", reads, false, 0, 0, ""),
                        new Need("replies among them", replies, true, 0, 0, "")),
                pauseBinds ? byPause : byLimit,
                (pauseBinds ? pause() : limit(window)) + seen(replies));
    }

    // Messages are read with their conversation, all else by searches or lists.
    private static long reads(Writes phase, long conversations) {
        long records = phase.readBack();
        return switch (phase.phase().object().value()) {
            case "Tag", "ConversationAttribute" -> records == 0 ? 0 : 1;
            case "Company" -> Math.ceilDiv(records, LISTED_AT_ONCE);
            case "Message" -> Math.min(records, conversations);
            default -> Math.ceilDiv(records, SEARCHED_AT_ONCE);
        };
    }

    private String limit(int window) {
        String used = String.format(Locale.ROOT, "%.0f calls a minute", IntercomBudget.perMinute(window));
        return announced == 0
                ? used + " that target.options allow"
                : "%s of the %d a minute that Intercom announces for the app"
                        .formatted(used, announced * WINDOWS_A_MINUTE);
    }

    private String pause() {
        return "the pause of %d ms between two replies of a conversation"
                .formatted(options.replyPause().toMillis());
    }

    private static String seen(long replies) {
        long minutes = Math.ceilDiv(replies, SEEN_REPLIES_A_MINUTE);
        return minutes < 2
                ? ""
                : "; %d minutes for the replies alone, should Intercom take only %d a minute, as one public loader saw"
                        .formatted(minutes, SEEN_REPLIES_A_MINUTE);
    }
}
