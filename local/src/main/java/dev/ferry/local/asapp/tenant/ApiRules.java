package dev.ferry.local.asapp.tenant;

import dev.ferry.local.simulation.Checks;
import java.util.List;

/// How the other APIs behave where the documents leave it open.
///
/// *Shape*, with the defaults of [#assumed] in brackets:
///
/// - `unknownExternalId` [`EMPTY_LIST`] what a search for an unknown external id answers, assumed
/// - `missingCursor` [`AS_PRINTED`] how lists say that there is no further page: null for structured data fields, an
///   empty text for segments, as the printed examples have it
/// - `structuredValues` [`MIXED`] JSON types of extracted values; the documents show texts, numbers, and `answer`
///   in place of `value`
/// - `segmentCreateStatus` [201] since page and specification disagree
/// - `slowConfigMs` [0] how long a configuration call takes; at most 45,000, documented
/// - `maxBodyBytes` [10 MiB] above which 413, assumed
/// - `disabledApis` [none] first path segments of APIs that the key may not use: 403; `autosummary/intent` for
/// intents
///   alone
public record ApiRules(
        UnknownExternalId unknownExternalId,
        MissingCursor missingCursor,
        StructuredValues structuredValues,
        int segmentCreateStatus,
        int slowConfigMs,
        int maxBodyBytes,
        List<String> disabledApis) {

    private static final int SLOWEST = 45_000;
    private static final int BODY_BYTES = 10 << 20;

    /// The answer to a search that finds nothing.
    public enum UnknownExternalId {
        EMPTY_LIST,
        NOT_FOUND
    }

    /// The spelling of "no cursor".
    public enum MissingCursor {
        AS_PRINTED,
        NULL,
        EMPTY
    }

    /// The JSON of extracted values.
    public enum StructuredValues {
        /// Numbers as numbers, and `answer` for questions.
        MIXED,
        /// `value`, always a text, as the specification declares.
        TEXTS
    }

    public ApiRules {
        disabledApis = List.copyOf(disabledApis);
        Checks.between("segmentCreateStatus", segmentCreateStatus, 200, 201);
        Checks.between("slowConfigMs", slowConfigMs, 0, SLOWEST);
        Checks.atLeast("maxBodyBytes", maxBodyBytes, 1);
    }

    /// The defaults.
    public static ApiRules assumed() {
        return new ApiRules(
                UnknownExternalId.EMPTY_LIST,
                MissingCursor.AS_PRINTED,
                StructuredValues.MIXED,
                201,
                0,
                BODY_BYTES,
                List.of());
    }
}
