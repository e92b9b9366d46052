package dev.ferry.core.report.html;

import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.Equation;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunStatus;

/// The verdict in one sentence, and which run it is about.
final class HeadlineSection implements Section {

    @Override
    public Markup render(RunResults results) {
        RunIdentity run = results.run();
        return Markup.of(
                """
                <header>
                <p class="brand"><span class="mark"></span>Ferry <span>migration report</span></p>
                <h1>{}</h1>
                <p class="route">{} <span class="arrow">&rarr;</span> {}</p>
                <div class="verdict {}">
                <p class="says">{}</p>
                <p>{}</p>
                {}{}
                </div>
                <dl class="facts">
                <div><dt>Run</dt><dd>{}</dd></div>
                <div><dt>Started</dt><dd>{}</dd></div>
                <div><dt>Ended</dt><dd>{}</dd></div>
                <div><dt>Took</dt><dd>{}</dd></div>
                </dl>
                </header>
                """,
                run.company(),
                run.source(),
                run.target(),
                tone(results),
                verdict(results),
                evidence(results),
                cause(results),
                next(results),
                run.runId(),
                Wording.moment(run.startedAt()),
                run.ended().map(Wording::moment).orElse("not yet"),
                run.duration().map(Wording::duration).orElse("not ended"));
    }

    private static String tone(RunResults results) {
        return switch (results.status()) {
            case CLEAN -> results.balanced() ? "good" : "bad";
            case FINISHED_WITH_REJECTS, WAITING, PARKED -> results.balanced() ? "fair" : "bad";
            case FAILED -> "bad";
        };
    }

    private static String verdict(RunResults results) {
        if (!results.balanced() && results.status() != RunStatus.FAILED) {
            return "The books do not balance.";
        }
        return switch (results.status()) {
            case CLEAN -> "Everything moved, and the books balance.";
            case FINISHED_WITH_REJECTS ->
                "Finished. " + Wording.counted(results.heldBack(), "record")
                        + " did not move, each by name and with a reason.";
            case WAITING -> "Waiting for a person to decide.";
            case PARKED -> "Paused until a quota is free again.";
            case FAILED -> stopped(results);
        };
    }

    private static String stopped(RunResults results) {
        return results.stopped()
                .map(stop -> "Stopped before its end, " + stop.place().replace("`", "") + ".")
                .orElse("Stopped before its end.");
    }

    private static Markup cause(RunResults results) {
        return results.stopped()
                .map(stop -> Markup.of(
                        "<p class=\"cause\"><b>{}</b> {}. {}</p><p>What is below is what stands so far.</p>",
                        stop.error(),
                        stop.message(),
                        stop.remedy()))
                .orElse(Markup.NOTHING);
    }

    private static String evidence(RunResults results) {
        long equations = results.phases().stream()
                .mapToLong(phase -> phase.books().equations().size())
                .sum();
        long holding = results.phases().stream()
                .flatMap(phase -> phase.books().equations().stream())
                .filter(Equation::holds)
                .count();
        long digests = results.phases().stream()
                .mapToLong(phase -> phase.books().digests().size())
                .sum();
        long equal = results.phases().stream()
                .flatMap(phase -> phase.books().digests().stream())
                .filter(DigestCheck::holds)
                .count();
        return "%s in %s. %s of %s hold; %s of %s agree."
                .formatted(
                        Wording.counted(results.totals().standing(), "record")
                                + (results.totals().standing() == 1 ? " stands" : " stand"),
                        results.run().target(),
                        Wording.number(holding),
                        Wording.counted(equations, "equation"),
                        Wording.number(equal),
                        Wording.counted(digests, "content digest"));
    }

    private static Markup next(RunResults results) {
        return results.next()
                .map(command -> Markup.of("<p class=\"next\">Next: <code>{}</code></p>", command))
                .orElse(Markup.NOTHING);
    }
}
