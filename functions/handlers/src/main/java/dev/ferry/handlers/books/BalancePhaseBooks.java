package dev.ferry.handlers.books;

import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.EquationRule;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.reconcile.PhaseRules;
import dev.ferry.core.reconcile.ReconcileTallies;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.assemble.AssemblyStage;
import dev.ferry.handlers.extract.ExtractPlan;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Balances the books of extraction, of reading the API, and of assembly, and writes them down.
///
/// `units = planned` misses a file or bucket that never reported; the digest `files` misses one that was read in
/// another state than was listed; `written = folded`, of each channel, misses what was lost between the two.

final class BalancePhaseBooks {
    private static final String PLANNED = "planned";

    private BalancePhaseBooks() {}

    static BooksResult run(RunPorts ports, String phase) {
        return switch (phase) {
            case FragmentFile.PHASE -> close(ports, extract(ports), List.of());
            case PagePorts.PHASE -> close(ports, read(ports), List.of());
            case AssembleBucket.PHASE -> assemble(ports);
            default -> throw new FerryException(ErrorCode.INTERNAL, "there are no books of phase " + phase);
        };
    }

    private static BooksResult close(RunPorts ports, PhaseBooks books, List<Quarantined> missing) {
        String key = ports.files().books(books.phase());
        new WorkJson(ports.work()).write(key, books);
        return new BooksResult(books.balanced(), key, books.terms(), BooksInWords.of(books, missing));
    }

    private static PhaseBooks extract(RunPorts ports) {
        WorkJson json = new WorkJson(ports.work());
        ExtractPlan batch = json.read(ports.files().inventory(), ExtractPlan.class);
        Optional<ExtractPlan> channels = json.find(ports.files().channels(), ExtractPlan.class);
        List<String> equations =
                new ArrayList<>(List.of("received = fragmented + repeated + rejected", "units = planned"));
        channels.ifPresent(_ -> equations.add("attachments = attachmentsStored + attachmentsMissing"));
        PhaseRules rules =
                rules(ports.files(), FragmentFile.PHASE, equations, List.of("rejected", "drifted", "unreadable"));
        RecordDigest expected = RecordDigest.parse(batch.digest())
                .plus(channels.map(plan -> RecordDigest.parse(plan.digest())).orElse(RecordDigest.EMPTY));
        DigestCheck files = new DigestCheck("files", expected.hex(), digest(ports, FragmentFile.PHASE));
        long planned = batch.files()
                + batch.crosswalk().size()
                + channels.map(ExtractPlan::files).orElse(0L);
        return new ReconcileTallies(ports.tallies())
                .balance(ports.run().runId(), rules, Map.of(PLANNED, planned), List.of(files));
    }

    /// What the API was asked and what it answered.
    private static PhaseBooks read(RunPorts ports) {
        PhaseRules rules = rules(
                ports.files(),
                PagePorts.PHASE,
                List.of(
                        "files = copied + kept",
                        "questions = asked + unasked",
                        "asked = answered + unanswered + refused",
                        "generations = generationsAsked + generationsUnasked",
                        "generationsAsked = generated + generatedNothing + generationsRefused",
                        "agents = agentsWithResponses + agentsWithoutResponses + agentsRefused",
                        "received = fragmented + rejected"),
                List.of("rejected", PagePorts.UNAVAILABLE, PagePorts.REFUSED));
        return new ReconcileTallies(ports.tallies()).balance(ports.run().runId(), rules, Map.of());
    }

    private static BooksResult assemble(RunPorts ports) {
        FragmentBooks fragments = FragmentBooks.of(ports, new FragmentAudit(ports, FragmentAudit.LIMIT));
        ports.lists().put(FragmentTerms.MISSING, "all", fragments.missing());
        List<String> equations = new ArrayList<>(List.of(
                "distinct = staged + merged + quarantined",
                "receivedRows = distinctRows + duplicateRows",
                "units = planned"));
        equations.addAll(fragments.equations());
        PhaseRules rules = rules(
                ports.files(),
                AssembleBucket.PHASE,
                equations,
                List.of("quarantined", "incomplete", FragmentTerms.MISSING));
        Map<String, Long> known = new TreeMap<>(fragments.terms());
        known.put(PLANNED, AssemblyStage.units(ports.buckets()));
        PhaseBooks books = new ReconcileTallies(ports.tallies())
                .balance(ports.run().runId(), rules, known, List.of(fragments.digest()));
        return close(ports, books.without(FragmentTerms.FOLDED_MARKS), fragments.missing());
    }

    private static PhaseRules rules(RunFiles files, String phase, List<String> equations, List<String> lists) {
        TreeMap<String, String> named = new TreeMap<>();
        lists.forEach(list -> named.put(list, files.list(list)));
        return new PhaseRules(phase, equations.stream().map(EquationRule::of).toList(), named);
    }

    private static String digest(RunPorts ports, String phase) {
        try (Stream<Tally> tallies = ports.tallies().of(ports.run().runId(), phase)) {
            return tallies.map(Tally::digest)
                    .reduce(RecordDigest.EMPTY, RecordDigest::plus)
                    .hex();
        }
    }
}
