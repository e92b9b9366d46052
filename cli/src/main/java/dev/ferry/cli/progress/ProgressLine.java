package dev.ferry.cli.progress;

import dev.ferry.cli.console.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A phase's progress as text.
public final class ProgressLine {
    private static final int BAR = 20;
    private static final List<Sign> SIGNS = List.of(
            new Sign("+", "created"),
            new Sign("+", "create"),
            new Sign("~", "updated"),
            new Sign("~", "update"),
            new Sign("~", "link"),
            new Sign("=", "unchanged"),
            new Sign("!", "failed"),
            new Sign("!", "quarantined"));

    private record Sign(String sign, String term) {}

    private ProgressLine() {}

    /// While it runs: bar, share, records, rate, time left, and what limits it.
    public static String of(PhaseProgress phase, Instant now) {
        String records = phase.records() == 0
                ? ""
                : "  %s records, %s/s"
                        .formatted(Amounts.count(phase.records()), Amounts.count(Math.round(phase.rate(now))));
        String limit = phase.boundBy().isEmpty() ? "" : "  bound by: " + phase.boundBy();
        return phase.share()
                .map(share -> "%s %3.0f %%%s%s%s"
                        .formatted(
                                Amounts.bar(share, BAR),
                                share * 100,
                                records,
                                share > 0 && share < 1 ? "  " + TimeLeft.of(share, phase.elapsed(now)) + " left" : "",
                                limit))
                .orElse(records.strip());
    }

    /// When it has ended: what became of its records, with the signs of the report.
    public static String result(PhaseProgress phase) {
        StringBuilder text = new StringBuilder();
        for (Sign sign : SIGNS) {
            long count = phase.counts().getOrDefault(sign.term(), 0L);
            if (count > 0) {
                text.append(String.format(Locale.ROOT, "%s%s ", sign.sign(), Amounts.count(count)));
            }
        }
        return text.isEmpty() && phase.records() > 0
                ? Amounts.counted(phase.records(), "record")
                : text.toString().strip();
    }
}
