package dev.ferry.local.asapp.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.RecordLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// How much of the limits the requests of a log used: the proof that a client kept to them, or did not.
///
/// *Shape* as JSON: `{"requests":n,"admitted":n,"busiestSecond":n,"days":{"2026-11-01":n},"refused":n}`
///
/// @param requests all API requests with a known key, refused ones included; downloads are none
/// @param admitted those that went through
/// @param busiestSecond the most requests that arrived in any second, wherever it begins (its end excluded)
/// @param days the requests that counted, by UTC day of the tenant
public record CallUsage(long requests, long admitted, long busiestSecond, Map<LocalDate, Long> days) {
    private static final long SECOND = 1_000_000_000;

    public CallUsage {
        days = Map.copyOf(days);
    }

    /// Of all requests of a log.
    public static CallUsage of(RecordLog<CallRecord> log) {
        LongStream.Builder arrivals = LongStream.builder();
        Map<LocalDate, Long> days = new TreeMap<>();
        long[] admitted = {0};
        log.all(call -> {
            if (call.verdict() != Verdict.DOWNLOAD && call.verdict() != Verdict.UNKNOWN_KEY) {
                arrivals.add(call.arrivalNanos());
                admitted[0] += call.verdict() == Verdict.ADMITTED ? 1 : 0;
            }
            if (call.counted()) {
                days.merge(call.tenantTime().atZone(ZoneOffset.UTC).toLocalDate(), 1L, Long::sum);
            }
        });
        long[] sorted = arrivals.build().sorted().toArray();
        return new CallUsage(sorted.length, admitted[0], busiest(sorted), days);
    }

    /// The most of the sorted moments that lie within one second, its end excluded.
    static long busiest(long[] sorted) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < sorted.length; to++) {
            while (sorted[to] - sorted[from] >= SECOND) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /// As one JSON object.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("requests", requests)
                .put("admitted", admitted)
                .put("refused", requests - admitted)
                .put("busiestSecond", busiestSecond);
        ObjectNode byDay = json.putObject("days");
        new TreeMap<>(days).forEach((day, count) -> byDay.put(day.toString(), count));
        return json;
    }
}
