package dev.ferry.core.run;

import dev.ferry.core.staging.BucketCount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Everything that a run is told, valid as a whole.
///
/// *Shape* as JSON: see [RunConfigReader], which reads it and fills in what is not said.
///
/// @param buckets how many buckets the migration is spread over; empty to derive it from the size of the export
/// @param loadBuckets into how many parts a load phase is cut, so the most that loads in parallel; empty to derive
///     it from the buckets
/// @param timeZone of dates in the target that have no time
/// @param csatScales the scale of ratings by name of the subsidiary
/// @param freeMailDomains domains that make no organisation, beside those that Ferry knows
/// @param maxChildrenPerAccount people and conversations under one account before it is cut into shards
/// @param expiryDays when staging data are deleted. *Units*: days
public record RunConfig(
        String migrationId,
        String company,
        SourceConfig source,
        OptionalInt buckets,
        OptionalInt loadBuckets,
        ZoneId timeZone,
        TargetConfig target,
        MappingConfig mapping,
        OwnersPolicy ownersPolicy,
        Map<String, String> csatScales,
        List<String> freeMailDomains,
        int maxChildrenPerAccount,
        int expiryDays) {
    static final int MOST_LOAD_BUCKETS = 1_000;
    private static final int LEAST_LOAD_BUCKETS = 16;

    public RunConfig {
        csatScales = Map.copyOf(csatScales);
        freeMailDomains = List.copyOf(freeMailDomains);
    }

    /// Into how many parts a load phase is cut: unless it is configured, as many as there are buckets and at
    /// least 16, so that what waits in a part stays about as large as a bucket, whatever the volume.
    public int loadBuckets(BucketCount buckets) {
        return loadBuckets.orElse(Math.clamp(buckets.value(), LEAST_LOAD_BUCKETS, MOST_LOAD_BUCKETS));
    }

    /// Where the source's data are.
    ///
    /// @param prefix of the batch feeds, ending in a slash
    /// @param crosswalkPrefix of the client's identity files, ending in a slash
    /// @param title what people call the export; empty where the bucket says enough
    /// @param window of which dates the run reads
    /// @param asOf when the source is looked at; null for the moment at which the run is prepared
    /// @param api for what no batch feed has
    /// @param events for what no batch feed has yet
    public record SourceConfig(
            String bucket,
            String prefix,
            String crosswalkPrefix,
            String title,
            DateWindow window,
            @Nullable Instant asOf,
            ApiConfig api,
            EventsConfig events) {

        /// When the source is looked at by a run that was prepared at a moment.
        public Instant lookedAt(Instant preparedAt) {
            return asOf == null ? preparedAt : asOf;
        }
    }

    /// Which mapping the run is bound to.
    ///
    /// @param key of the mapping in the work bucket; empty for the target's default mapping
    /// @param hash of the confirmed mapping, SHA-256 in hexadecimal; empty when the run is not bound
    public record MappingConfig(String key, String hash) {}

    /// What happens to records of agents who are no users of the target.
    public enum OwnersPolicy {
        /// The run waits until a person has decided.
        ASK,
        /// The records belong to the user whom the mapping names as default.
        DEFAULT_OWNER
    }
}
