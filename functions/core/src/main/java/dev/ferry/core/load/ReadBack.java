package dev.ferry.core.load;

import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads a phase's records back from the target and holds each against the ledger.
///
/// Found records are counted and added to a digest; one that differs from what was sent, one that the ledger has
/// and the target has not, and one that carries Ferry's marker but is in no ledger are listed by name.
///
/// *Heap*: one key and one hash for each record of the share that the ledger knows.
public final class ReadBack {
    private final WorkStore work;
    private final Ledger ledger;
    private final TallyStore tallies;

    public ReadBack(WorkStore work, Ledger ledger, TallyStore tallies) {
        this.work = work;
        this.ledger = ledger;
        this.tallies = tallies;
    }

    /// Reads one share of what the target has, puts its tally `read` of the phase and writes its lists `different`,
    /// `missing` and `foreign`.
    public Tally read(PhaseRun phase, TargetReader reader, JobRef job, ReadShare share) {
        Comparison comparison = new Comparison(phase, reader, share);
        String unit = share.unit();
        try (JsonLines.Writer different = JsonLines.write(work, phase.listFile("different", unit));
                JsonLines.Writer foreign = JsonLines.write(work, phase.listFile("foreign", unit));
                JsonLines.Writer missing = JsonLines.write(work, phase.listFile("missing", unit));
                Stream<ReadRecord> records = reader.read(phase.object(), job, comparison::loaded)) {
            records.filter(comparison::isAsked).forEach(record -> comparison.hold(record, different, foreign));
            comparison.name(missing);
            different.commit();
            foreign.commit();
            missing.commit();
        }
        Tally tally = comparison.tally();
        tallies.put(phase.runId(), tally);
        return tally;
    }

    /// What the ledger says of a key before it is read.
    private sealed interface Expectation {
        /// Stands in the target with this content.
        record Content(ContentHash loaded) implements Expectation {}

        /// An answer that needs no content.
        enum Known implements Expectation {
            /// Of another phase of the same object.
            ELSEWHERE,
            /// Stands as an earlier run left it.
            OUTDATED,
            /// Already read.
            FOUND
        }
    }

    /// What has been read so far, held against the ledger.
    private final class Comparison {
        private final PhaseRun phase;
        private final TargetReader reader;
        private final ReadShare share;
        private final Map<CanonicalId, Expectation> expected = new HashMap<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private RecordDigest digest = RecordDigest.EMPTY;

        Comparison(PhaseRun phase, TargetReader reader, ReadShare share) {
            this.phase = phase;
            this.reader = reader;
            this.share = share;
            try (Stream<LedgerEntry> entries = known(phase.object())) {
                entries.forEach(this::expect);
            }
        }

        private Stream<LedgerEntry> known(ObjectName object) {
            return ledger.all(object).filter(entry -> share.has(reader.together(object, entry)));
        }

        /// What the ledger says stands in the target, of the phase where the object is its own.
        Stream<LedgerEntry.Loaded> loaded(ObjectName object) {
            return known(object)
                    .filter(LedgerEntry.Loaded.class::isInstance)
                    .map(LedgerEntry.Loaded.class::cast)
                    .filter(entry ->
                            !object.equals(phase.object()) || entry.phase().equals(phase.phase()));
        }

        /// A target that answers with everything answers with other shares' records too.
        boolean isAsked(ReadRecord record) {
            return expected.containsKey(record.key()) || share.has(record.key().value());
        }

        private void expect(LedgerEntry entry) {
            switch (entry) {
                case LedgerEntry.Loaded loaded ->
                    expected.put(
                            loaded.key(),
                            loaded.phase().equals(phase.phase())
                                    ? new Expectation.Content(loaded.loaded())
                                    : Expectation.Known.ELSEWHERE);
                case LedgerEntry.Refused refused -> {
                    if (refused.standing().isPresent()) {
                        expected.put(refused.key(), Expectation.Known.OUTDATED);
                    }
                }
                case LedgerEntry.Sent sent -> {
                    if (sent.standing().isPresent()) {
                        expected.put(sent.key(), Expectation.Known.OUTDATED);
                    }
                }
                case LedgerEntry.Recognised recognised -> expected.put(recognised.key(), Expectation.Known.OUTDATED);
            }
        }

        void hold(ReadRecord record, JsonLines.Writer different, JsonLines.Writer foreign) {
            switch (expected.get(record.key())) {
                case null -> {
                    count("foreign");
                    foreign.write(line(record));
                }
                case Expectation.Known.ELSEWHERE -> {}
                case Expectation.Known.OUTDATED -> count("outdated");
                case Expectation.Known.FOUND -> count("duplicates");
                case Expectation.Content(ContentHash loaded) -> {
                    expected.put(record.key(), Expectation.Known.FOUND);
                    count("found");
                    ContentHash hash = record.content();
                    digest = digest.plus(RecordDigest.of(record.key().value(), hash.hex()));
                    if (!hash.equals(loaded)) {
                        count("different");
                        different.write(line(record));
                    }
                }
            }
        }

        void name(JsonLines.Writer missing) {
            if (expected.values().stream().noneMatch(Expectation.Content.class::isInstance)) {
                return;
            }
            try (Stream<LedgerEntry.Loaded> entries = loaded(phase.object())) {
                entries.filter(entry -> expected.get(entry.key()) != Expectation.Known.FOUND)
                        .forEach(entry -> {
                            count("missing");
                            missing.write(Map.of(
                                    "object", phase.object().value(),
                                    "key", entry.key().value(),
                                    "id", entry.targetId()));
                        });
            }
        }

        private Map<String, String> line(ReadRecord record) {
            return Map.of(
                    "object", phase.object().value(),
                    "key", record.key().value(),
                    "id", record.targetId());
        }

        private void count(String term) {
            counts.merge(term, 1L, Long::sum);
        }

        Tally tally() {
            return new Tally(phase.tallyPhase("read"), share.unit(), new TreeMap<>(counts), digest);
        }
    }
}
