package dev.ferry.handlers.report;

import dev.ferry.core.report.Adjustment;
import dev.ferry.core.report.PhaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The adjustments that the books of load phases count.
final class Adjustments {
    private static final String PREFIX = "adjusted.";

    private Adjustments() {}

    static List<Adjustment> of(List<PhaseResult> phases) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (PhaseResult phase : phases) {
            phase.books().terms().forEach((term, count) -> {
                int rule = term.lastIndexOf('.');
                if (term.startsWith(PREFIX) && rule > PREFIX.length()) {
                    adjustments.add(new Adjustment(
                            phase.name() + "." + term.substring(PREFIX.length(), rule),
                            term.substring(rule + 1).toLowerCase(Locale.ROOT).replace('_', ' '),
                            count));
                }
            });
        }
        return adjustments;
    }
}
