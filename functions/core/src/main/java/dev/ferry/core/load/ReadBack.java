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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads a phase's records back from the target and holds each against the ledger.
///
/// Found records are counted and added to a digest; one that differs from what was sent, one that the ledger has
/// and the
/// target has not, and one that carries Ferry's marker but is in no ledger are listed by name.
///
/// *Heap*: a page of records, and one key for each record of the phase.
public final class ReadBack {
    private static final int PAGE = 500;
    private static final String UNIT = "target";

    private final WorkStore work;
    private final Ledger ledger;
    private final TallyStore tallies;

    public ReadBack(WorkStore work, Ledger ledger, TallyStore tallies) {
        this.work = work;
        this.ledger = ledger;
        this.tallies = tallies;
    }

    /// Reads what the target has, puts the tally `read` of the phase and writes the lists `different`, `missing` and
    /// `foreign`.
    public Tally read(PhaseRun phase, TargetReader reader, JobRef job) {
        Comparison comparison = new Comparison(phase);
        try (JsonLines.Writer different = JsonLines.write(work, phase.listFile("different", UNIT));
                JsonLines.Writer foreign = JsonLines.write(work, phase.listFile("foreign", UNIT));
                JsonLines.Writer missing = JsonLines.write(work, phase.listFile("missing", UNIT));
                Stream<ReadRecord> records = reader.read(phase.object(), job, object -> expected(phase, object))) {
            Iterator<ReadRecord> all = records.iterator();
            while (all.hasNext()) {
                comparison.hold(page(all), different, foreign);
            }
            comparison.name(missing);
        }
        Tally tally = comparison.tally();
        tallies.put(phase.runId(), tally);
        return tally;
    }

    private Stream<LedgerEntry.Loaded> expected(PhaseRun phase, ObjectName object) {
        return object.equals(phase.object()) ? loaded(phase) : loaded(object);
    }

    private Stream<LedgerEntry.Loaded> loaded(PhaseRun phase) {
        return loaded(phase.object()).filter(entry -> entry.phase().equals(phase.phase()));
    }

    private Stream<LedgerEntry.Loaded> loaded(ObjectName object) {
        return ledger.all(object).filter(LedgerEntry.Loaded.class::isInstance).map(LedgerEntry.Loaded.class::cast);
    }

    private static List<ReadRecord> page(Iterator<ReadRecord> records) {
        List<ReadRecord> page = new ArrayList<>(PAGE);
        while (records.hasNext() && page.size() < PAGE) {
            page.add(records.next());
        }
        return page;
    }

    /// What has been read so far, held against the ledger.
    private final class Comparison {
        private final PhaseRun phase;
        private final Set<CanonicalId> seen = new HashSet<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private RecordDigest digest = RecordDigest.EMPTY;

        Comparison(PhaseRun phase) {
            this.phase = phase;
        }

        void hold(List<ReadRecord> page, JsonLines.Writer different, JsonLines.Writer foreign) {
            Map<CanonicalId, LedgerEntry> entries = ledger.find(
                    phase.object(), page.stream().map(ReadRecord::key).toList());
            for (ReadRecord record : page) {
                switch (entries.get(record.key())) {
                    case LedgerEntry.Loaded entry -> {
                        if (entry.phase().equals(phase.phase())) {
                            hold(record, entry, different);
                        }
                    }
                    case LedgerEntry.Refused entry when entry.standing().isPresent() -> count("outdated");
                    case LedgerEntry.Refused refused -> foreign(record, foreign);
                    case null -> foreign(record, foreign);
                }
            }
        }

        private void foreign(ReadRecord record, JsonLines.Writer foreign) {
            count("foreign");
            foreign.write(line(record));
        }

        private void hold(ReadRecord record, LedgerEntry.Loaded entry, JsonLines.Writer different) {
            if (!seen.add(record.key())) {
                count("duplicates");
                return;
            }
            count("found");
            ContentHash hash = ContentHash.of(record.fields());
            digest = digest.plus(RecordDigest.of(record.key().value(), hash.hex()));
            if (!hash.equals(entry.loaded())) {
                count("different");
                different.write(line(record));
            }
        }

        void name(JsonLines.Writer missing) {
            try (Stream<LedgerEntry.Loaded> entries = loaded(phase)) {
                entries.filter(entry -> !seen.contains(entry.key())).forEach(entry -> {
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
            return new Tally(phase.tallyPhase("read"), UNIT, new TreeMap<>(counts), digest);
        }
    }
}
