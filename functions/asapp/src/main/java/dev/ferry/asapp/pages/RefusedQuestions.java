package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import java.util.List;
import java.util.stream.Stream;

/// Questions that ASAPP refused for what they ask (400, 413, 422): each is listed and the rest goes on.
///
/// Where all questions of a work are refused it is not the questions that are wrong but what Ferry asks. So a work
/// stops as soon as it has asked five in the run, or more, and each of them was refused; fewer say too little.
///
/// @param work the name of the work, which its tallies begin with
/// @param asked the term of its tallies that counts questions
/// @param refused the term that counts the refused among them
record RefusedQuestions(PagePorts ports, String work, String asked, String refused) {
    /// How many refusals in a row are enough to say that the next will be refused too.
    static final int ENOUGH = 5;

    /// An entry of the list.
    ///
    /// @param about whom or what the question was about
    static Quarantined entry(String about, AsappException refusal) {
        return new Quarantined(about, 0, code(refusal), "%s, request %s".formatted(status(refusal), request(refusal)));
    }

    /// Lists the refused questions of a page, after the page was counted.
    ///
    /// *Errors*: `SOURCE_UNREADABLE` when no question of the work has been answered so far, and there were enough.
    void list(String unit, List<Quarantined> entries) {
        ports.lists().put(PagePorts.REFUSED, unit, entries);
        if (entries.isEmpty()) {
            return;
        }
        long all = sum(asked);
        if (all >= ENOUGH && sum(refused) == all) {
            Quarantined last = entries.getLast();
            throw new FerryException(
                    ErrorCode.SOURCE_UNREADABLE,
                    ("ASAPP refused all %d questions of %s so far, the last one (%s) with %s (%s): not what they are"
                                    + " about is wrong but the way of asking; give ASAPP the number of the request")
                            .formatted(all, work, last.file(), last.reason(), last.detail()));
        }
    }

    private long sum(String term) {
        try (Stream<Tally> tallies = ports.soFar().get()) {
            return tallies.filter(tally -> tally.unit().startsWith(work + "/"))
                    .mapToLong(tally -> tally.count(term))
                    .sum();
        }
    }

    private static String code(AsappException refusal) {
        return refusal.asappCode().isEmpty() ? "HTTP_" + refusal.status() : refusal.asappCode();
    }

    private static String status(AsappException refusal) {
        return "HTTP " + refusal.status();
    }

    private static String request(AsappException refusal) {
        return refusal.requestId().isEmpty() ? "without a number" : refusal.requestId();
    }
}
