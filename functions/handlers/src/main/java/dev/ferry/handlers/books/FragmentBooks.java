package dev.ferry.handlers.books;

import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentTerms;
import dev.ferry.asapp.fold.AssembleBucket;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.run.RunPorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What extraction wrote, held against what assembly folded.
///
/// The sums come from tallies alone. Only where they differ are the fragments themselves looked at: what an
/// earlier try of a unit left, that read another state of its file, is taken into the books as `superseded`;
/// what is missing is named by unit.
///
/// @param superseded fragments of this run that no standing tally counts
/// @param missing what is to be listed, an entry a unit
record FragmentBooks(FragmentCount written, FragmentCount superseded, FragmentCount folded, List<Quarantined> missing) {
    private static final String DIGEST = "%016x";

    /// The entry of fragments that are in staging, all of them, and were not folded just so.
    static final Quarantined NOT_FOLDED = new Quarantined(
            "staging", 0, "NOT_FOLDED", "all fragments are there, and assembly did not fold just these");

    FragmentBooks {
        missing = List.copyOf(missing);
    }

    /// Adds up and, if need be, looks.
    static FragmentBooks of(RunPorts ports, FragmentAudit audit) {
        FragmentCount written = FragmentCount.sum(written(ports), FragmentCount::written);
        FragmentCount folded =
                FragmentCount.sum(ports.tallies().of(ports.run().runId(), AssembleBucket.PHASE), FragmentCount::folded);
        if (written.equals(folded)) {
            return new FragmentBooks(written, FragmentCount.NONE, folded, List.of());
        }
        FragmentAudit.Found found = audit.run();
        boolean explained = written.plus(found.superseded()).equals(folded);
        return new FragmentBooks(
                written,
                found.superseded(),
                folded,
                explained || !found.missing().isEmpty() ? found.missing() : List.of(NOT_FOLDED));
    }

    /// The tallies of all units that write fragments. To be closed.
    static Stream<Tally> written(RunPorts ports) {
        return Stream.of(FragmentFile.PHASE, PagePorts.PHASE)
                .flatMap(phase -> ports.tallies().of(ports.run().runId(), phase));
    }

    /// An equation a channel.
    List<String> equations() {
        return written.plus(superseded).channels(folded).stream()
                .map(channel -> superseded.of(channel) == 0
                        ? "written.%1$s = folded.%1$s".formatted(channel)
                        : "written.%1$s + superseded.%1$s = folded.%1$s".formatted(channel))
                .toList();
    }

    /// The terms that no tally of assembly has.
    Map<String, Long> terms() {
        Map<String, Long> terms = new TreeMap<>();
        written.byChannel().forEach((channel, count) -> terms.put("written." + channel, count));
        superseded.byChannel().forEach((channel, count) -> terms.put("superseded." + channel, count));
        return terms;
    }

    /// Whether they are the same fragments, by unit. *Shape*: the sums of marks, 16 hexadecimal digits.
    DigestCheck digest() {
        return new DigestCheck(
                FragmentTerms.FRAGMENTS,
                DIGEST.formatted(written.plus(superseded).marks()),
                DIGEST.formatted(folded.marks()));
    }
}
