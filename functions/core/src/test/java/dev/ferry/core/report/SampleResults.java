package dev.ferry.core.report;

import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.Equation;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.reconcile.Term;
import dev.ferry.core.report.Finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Results of the size that a first migration of a small tenant has.
public final class SampleResults {
    private static final Instant START = Instant.parse("2026-11-01T02:30:00Z");
    private static final String DIGEST = "9f2c41d07be3a85516d4c0be77a1e93f4b2856e0c3d19a7f8e650b41d2c7f39a";

    private SampleResults() {}

    /// A run that finished with a few records refused.
    public static RunResults finished() {
        return results(RunStatus.FINISHED_WITH_REJECTS, null, phases(DIGEST), findings(), null);
    }

    /// A run whose books do not balance.
    public static RunResults unbalanced() {
        return results(
                RunStatus.FAILED, null, phases("0" + DIGEST.substring(1)), findings(), "ferry run --work ferry-work");
    }

    /// A run that had nothing to complain of.
    public static RunResults clean() {
        return results(RunStatus.CLEAN, null, phases(DIGEST), List.of(), null);
    }

    /// A run that the target stopped in its second load phase, with what stood then.
    public static RunResults stopped() {
        List<PhaseResult> before = phases(DIGEST).subList(0, 2);
        PhaseBooks open = new PhaseBooks("Contact", new TreeMap<>(), List.of(), List.of(), new TreeMap<>());
        PhaseResult contacts = new PhaseResult(
                "Contact",
                "Customers as Contacts",
                new OutcomeCounts(120, 0, 0, 3, 0, 0, 0),
                open,
                START.plusSeconds(26),
                null);
        RunStop stop = new RunStop(
                "TARGET_ACCESS",
                "could not sign in: invalid_client",
                "at SubmitChunk in phase Contact",
                "Grant the named permission or renew the secret, then redrive the execution.",
                START.plusSeconds(40));
        return results(
                RunStatus.FAILED,
                stop,
                List.of(before.getFirst(), before.getLast(), contacts),
                findings(),
                "ferry run --resume");
    }

    private static RunResults results(
            RunStatus status,
            @Nullable RunStop stop,
            List<PhaseResult> phases,
            List<Finding> findings,
            @Nullable String next) {
        return new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(
                        "run-20261101-023000",
                        "tyrellium-to-salesforce",
                        "tyrellium",
                        "ASAPP batch export",
                        "Salesforce Service Cloud",
                        START,
                        START.plusSeconds(97)),
                status,
                stop,
                new RunHashes(DIGEST, DIGEST.replace('9', '4'), DIGEST.replace('c', 'e')),
                phases,
                findings,
                lists(),
                feeds(),
                adjustments(),
                owners(),
                new Undo(
                        8204,
                        0,
                        List.of("Records that people have changed since are left as they are and listed."),
                        ""),
                next);
    }

    private static List<PhaseResult> phases(String found) {
        return List.of(
                new PhaseResult(
                        "extract",
                        "Reading the export",
                        null,
                        books(
                                Map.of("received", 16_079L, "distinct", 15_397L, "duplicate", 656L, "rejected", 26L),
                                equation(
                                        List.of(new Term("received", 16_079)),
                                        new Term("distinct", 15_397),
                                        new Term("duplicate", 656),
                                        new Term("rejected", 26))),
                        START,
                        START.plusSeconds(14)),
                load("Account", "Organisations as Accounts", new OutcomeCounts(29, 0, 0, 0, 0, 0, 0), 22, DIGEST),
                load("Contact", "Customers as Contacts", new OutcomeCounts(205, 0, 0, 0, 0, 0, 0), 26, DIGEST),
                load("Case", "Conversations as Cases", new OutcomeCounts(377, 2, 0, 3, 1, 0, 6), 37, found),
                load(
                        "EmailMessage",
                        "Messages as EmailMessages",
                        new OutcomeCounts(6950, 0, 0, 0, 2, 0, 0),
                        70,
                        DIGEST));
    }

    private static PhaseResult load(String object, String title, OutcomeCounts counts, int second, String found) {
        PhaseBooks books = new PhaseBooks(
                object,
                new TreeMap<>(Map.of("staged", counts.standing() + counts.failed(), "found", counts.standing())),
                List.of(
                        equation(
                                List.of(new Term("distinct", counts.standing() + counts.held() + counts.merged())),
                                new Term("staged", counts.standing() + counts.failed()),
                                new Term("filtered", counts.filtered()),
                                new Term("merged", counts.merged()),
                                new Term("quarantined", counts.quarantined())),
                        equation(
                                List.of(new Term("staged", counts.standing() + counts.failed())),
                                new Term("created", counts.created()),
                                new Term("updated", counts.updated()),
                                new Term("unchanged", counts.unchanged()),
                                new Term("failed", counts.failed())),
                        equation(
                                List.of(
                                        new Term("created", counts.created()),
                                        new Term("updated", counts.updated()),
                                        new Term("unchanged", counts.unchanged())),
                                new Term("found in target", counts.standing()))),
                List.of(new DigestCheck(object, DIGEST, found)),
                new TreeMap<>());
        return new PhaseResult(
                object,
                title,
                counts,
                books,
                START.plusSeconds(second),
                START.plusSeconds(second + 1 + counts.standing() / 300));
    }

    private static PhaseBooks books(Map<String, Long> terms, Equation... equations) {
        return new PhaseBooks("extract", new TreeMap<>(terms), List.of(equations), List.of(), new TreeMap<>());
    }

    private static Equation equation(List<Term> left, Term... right) {
        return new Equation("books of the phase", left, List.of(right));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        Severity.INFO,
                        "PURGED_TEXT",
                        "Messages whose text the source has deleted",
                        "ASAPP keeps message text for 32 days in this feed. These messages moved with their time, "
                                + "role and link, and a note in place of the text.",
                        "",
                        41,
                        null),
                new Finding(
                        Severity.ERROR,
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        "Cases refused by a validation rule of the org",
                        "The org has a rule that closed Cases need a reason. These Cases came without one.",
                        "Add the loading user to the bypass permission set, then run again: only these are sent.",
                        3,
                        "failed"),
                new Finding(
                        Severity.WARNING,
                        "UNFINISHED_PARTITION",
                        "Hours that the source has not finished",
                        "Two partitions carry no _SUCCESS mark and were not read, as ASAPP demands.",
                        "Ask ASAPP whether they will be completed, and run again afterwards.",
                        2,
                        null),
                new Finding(
                        Severity.WARNING,
                        "ROW_REJECTED",
                        "Lines that could not be read",
                        "Broken JSON, a missing id or a value of the wrong type. Other rows of the same records moved.",
                        "See the file and line in the list; ask ASAPP for a corrected partition where it matters.",
                        26,
                        "quarantined"));
    }

    private static List<ResultList> lists() {
        return List.of(
                new ResultList("failed", "lists/failed.csv", 3),
                new ResultList("quarantined", "lists/quarantined.csv", 29),
                new ResultList("unmatched-owners", "lists/unmatched-owners.csv", 3),
                new ResultList("merged", "lists/merged.csv", 6),
                new ResultList("filtered", "lists/filtered.csv", 0));
    }

    private static List<FeedInventory> feeds() {
        return List.of(
                new FeedInventory(
                        "convos_metadata",
                        61,
                        64,
                        1_204,
                        List.of("dt=2026-10-31/hr=23"),
                        List.of(new DriftedColumn(
                                "ai_containment_score", "NOT_IN_CATALOGUE", "dt=2026-09-15/hr=09/mi=00"))),
                new FeedInventory(
                        "utterances",
                        58,
                        71,
                        7_413,
                        List.of("dt=2026-09-22/hr=12"),
                        List.of(new DriftedColumn(
                                "utterance_lang_guess", "NOT_IN_EITHER", "dt=2026-09-15/hr=09/mi=00"))),
                new FeedInventory("rep_convos", 52, 52, 611, List.of(), List.of()),
                new FeedInventory("convos_metrics", 57, 57, 402, List.of(), List.of()),
                new FeedInventory("customer_feedback", 18, 18, 44, List.of(), List.of()));
    }

    private static List<Adjustment> adjustments() {
        return List.of(
                new Adjustment("Case.Subject", "cut to 255 characters", 4),
                new Adjustment("EmailMessage.TextBody", "characters that Salesforce refuses replaced by a space", 4));
    }

    private static List<OwnerDecision> owners() {
        return List.of(
                new OwnerDecision("asapp:tyrellium:rep:123041", "not in the crosswalk", 12, "005A00000000001AAA"),
                new OwnerDecision("asapp:tyrellium:rep:123044", "no e-mail address", 7, "005A00000000001AAA"),
                new OwnerDecision("asapp:tyrellium:rep:123052", "user is inactive", 4, "005A00000000007AAA"));
    }
}
