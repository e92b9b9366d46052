package dev.ferry.handlers.dynamodb;

import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.DailyCap;
import dev.ferry.core.budget.DayUse;
import dev.ferry.core.budget.Pace;
import dev.ferry.core.budget.Pushback;
import dev.ferry.core.budget.Rate;
import dev.ferry.core.budget.Refusal;
import dev.ferry.core.budget.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Budget states as items and back. Flat, so that an operator can read and change settings in the console; whoever
/// changes an item by hand adds one to its `revision`.
///
/// *Shape*: `revision`, `next`, `day`, `reserved`, `used`, `spent` (0 or 1), `pushLevel`, `pushGeneration`; of an
/// open breaker `refusedVersion`, `refusedReason`, `refusedAt`; of the settings `limitRequests`, `limitPer`,
/// `targetRequests`, `targetPer`, `maxSkew`, `maxLateness`, `leaseSlots`, `horizon`, `capRequests`, `capShare`,
/// `capRetryReserve`, `capZone`, `capQuiet`, `pushes`.
///
/// *Units*: moments and durations in microseconds, moments since 1970; shares as decimal text.
final class BudgetItems {
    static final String REVISION = "revision";

    private BudgetItems() {}

    static Item item(ItemKey key, BudgetState state) {
        Item.Builder item = Item.at(key)
                .number(REVISION, state.revision())
                .number("next", micros(state.timeline().next()))
                .text("day", state.day().day().toString())
                .number("reserved", state.day().reserved())
                .number("used", state.day().used())
                .number("spent", state.day().spent() ? 1 : 0)
                .number("pushLevel", state.pushback().level())
                .number("pushGeneration", state.pushback().generation());
        Refusal refusal = state.refusal();
        if (refusal != null) {
            item.text("refusedVersion", refusal.secretVersion())
                    .text("refusedReason", refusal.reason())
                    .number("refusedAt", micros(refusal.at()));
        }
        pace(item, state.settings().pace());
        cap(item, state.settings().cap());
        return item.text("pushes", pushes(state.settings().pushes())).build();
    }

    private static void pace(Item.Builder item, Pace pace) {
        item.number("limitRequests", pace.limit().requests())
                .number("limitPer", micros(pace.limit().per()))
                .number("targetRequests", pace.target().requests())
                .number("targetPer", micros(pace.target().per()))
                .number("maxSkew", micros(pace.maxSkew()))
                .number("maxLateness", micros(pace.maxLateness()))
                .number("leaseSlots", pace.lease().slots())
                .number("horizon", micros(pace.lease().horizon()));
    }

    private static void cap(Item.Builder item, DailyCap cap) {
        item.number("capRequests", cap.requests())
                .text("capShare", Double.toString(cap.share()))
                .text("capRetryReserve", Double.toString(cap.retryReserve()))
                .text("capZone", cap.zone().getId())
                .number("capQuiet", micros(cap.quiet()));
    }

    static BudgetState state(Item item) {
        return new BudgetState(
                item.number(REVISION),
                settings(item),
                new Timeline(moment(item.number("next"))),
                new DayUse(
                        LocalDate.parse(item.text("day")),
                        item.number("reserved"),
                        item.number("used"),
                        item.number("spent") == 1),
                new Pushback(Math.toIntExact(item.number("pushLevel")), item.number("pushGeneration")),
                refusal(item));
    }

    private static @Nullable Refusal refusal(Item item) {
        String version = item.text("refusedVersion");
        return version.isEmpty()
                ? null
                : new Refusal(version, item.text("refusedReason"), moment(item.number("refusedAt")));
    }

    private static BudgetSettings settings(Item item) {
        Pace pace = new Pace(
                rate(item, "limit"),
                rate(item, "target"),
                duration(item.number("maxSkew")),
                duration(item.number("maxLateness")),
                new Pace.LeaseSize(Math.toIntExact(item.number("leaseSlots")), duration(item.number("horizon"))));
        DailyCap cap = new DailyCap(
                item.number("capRequests"),
                Double.parseDouble(item.text("capShare")),
                Double.parseDouble(item.text("capRetryReserve")),
                ZoneId.of(item.text("capZone")),
                duration(item.number("capQuiet")));
        return new BudgetSettings(pace, cap, pushes(item.text("pushes")));
    }

    private static Rate rate(Item item, String name) {
        return new Rate(Math.toIntExact(item.number(name + "Requests")), duration(item.number(name + "Per")));
    }

    private static String pushes(List<Duration> pushes) {
        return pushes.stream().map(push -> Long.toString(micros(push))).collect(Collectors.joining(" "));
    }

    private static List<Duration> pushes(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(micros -> duration(Long.parseLong(micros)))
                .toList();
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
