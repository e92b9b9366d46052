package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/// How the File Exporter lists and hands out files.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `presignTtl` [PT15M] life of a download URL, assumed
/// - `coordinateStyle` [`PREFIXED`] spelling of versions, formats and dates, since the documents disagree; both are
///   understood
/// - `dateOrder` [`SHUFFLED`] order of `dates`, which is not specified
/// - `foldedFileNames` [`RELATIVE`] names of files when no interval is given, assumed: files of several intervals
///   share their names
/// - `dailyRunAt` [02:00] UTC, documented; `runLagDays` [1] days until a day's data are in a run, assumed
/// - `purgeDays` [32] and `purgedFeeds` [`utterances`], documented
/// - `disabledFeeds` [none] feeds that are not enabled: not listed, and refused with 403
/// - `listFeedsBodyHarmless` [true] whether `listfeeds`, which has no body, tolerates one, assumed
/// - `unknownCoordinateStatus` [404], `missingFieldStatus` [400], `wrongTypeStatus` [422], assumed
public record ExporterRules(
        Duration presignTtl,
        CoordinateStyle coordinateStyle,
        DateOrder dateOrder,
        FoldedFileNames foldedFileNames,
        LocalTime dailyRunAt,
        int runLagDays,
        int purgeDays,
        List<String> purgedFeeds,
        List<String> disabledFeeds,
        boolean listFeedsBodyHarmless,
        int unknownCoordinateStatus,
        int missingFieldStatus,
        int wrongTypeStatus) {

    /// The spelling of coordinates.
    public enum CoordinateStyle {
        /// `version=1`, `format=jsonl`, `dt=2026-03-02`.
        PREFIXED,
        /// `1`, `jsonl`, `2026-03-02`.
        BARE
    }

    /// The order of dates in an answer.
    public enum DateOrder {
        SHUFFLED,
        ASCENDING,
        DESCENDING
    }

    /// What a list of files says when it is asked for a whole day.
    public enum FoldedFileNames {
        /// `hr=08/mi=00/utterances.jsonl.gz`.
        RELATIVE,
        /// `utterances.jsonl.gz`, once; which interval's file it is cannot be told.
        BARE
    }

    public ExporterRules {
        purgedFeeds = List.copyOf(purgedFeeds);
        disabledFeeds = List.copyOf(disabledFeeds);
        if (presignTtl.isNegative() || presignTtl.isZero()) {
            throw new IllegalArgumentException("presignTtl is %s; it is positive".formatted(presignTtl));
        }
        Checks.atLeast("runLagDays", runLagDays, 0);
        Checks.atLeast("purgeDays", purgeDays, 1);
        Checks.between("unknownCoordinateStatus", unknownCoordinateStatus, 400, 499);
        Checks.between("missingFieldStatus", missingFieldStatus, 400, 499);
        Checks.between("wrongTypeStatus", wrongTypeStatus, 400, 499);
    }

    /// The defaults.
    public static ExporterRules assumed() {
        return new ExporterRules(
                Duration.ofMinutes(15),
                CoordinateStyle.PREFIXED,
                DateOrder.SHUFFLED,
                FoldedFileNames.RELATIVE,
                LocalTime.of(2, 0),
                1,
                32,
                List.of("utterances"),
                List.of(),
                true,
                404,
                400,
                422);
    }
}
