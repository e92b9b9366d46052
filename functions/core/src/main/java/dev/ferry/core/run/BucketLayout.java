package dev.ferry.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How many buckets a migration is spread over: decided by its first run and fixed for its life, since every stored
/// key depends on it.
///
/// *Shape*: `migrations/{migrationId}/layout.json`, `{"buckets":n}`.
public final class BucketLayout {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long BYTES_PER_BUCKET = 64L * 1024 * 1024;
    private static final int LEAST = 8;
    private static final int MOST = 2_000;

    private final WorkStore work;

    public BucketLayout(WorkStore work) {
        this.work = work;
    }

    /// As many buckets as an export of that size asks for: one for each 64 MiB, at least 8 (two batches side by
    /// side) and at most 2,000.
    public static BucketCount derived(long bytes) {
        long wanted = Math.ceilDiv(bytes, BYTES_PER_BUCKET);
        return new BucketCount(Math.clamp(wanted, LEAST, MOST));
    }

    /// Decides the number at the first run; at a later one, the number is what it is.
    ///
    /// @param configured what the configuration asks for
    /// @param bytes the size of the export
    ///
    /// *Errors*: `CONFIGURATION` when another number is asked for than was decided.
    public BucketCount decide(String migrationId, OptionalInt configured, long bytes) {
        Optional<BucketCount> decided = find(migrationId);
        decided.filter(count -> configured.isPresent() && configured.getAsInt() != count.value())
                .ifPresent(count -> {
                    throw new FerryException(
                            ErrorCode.CONFIGURATION,
                            "buckets is %d, but migration %s has been spread over %d since its first run: remove the setting"
                                    .formatted(configured.getAsInt(), migrationId, count.value()));
                });
        return decided.orElseGet(() ->
                write(migrationId, configured.isPresent() ? new BucketCount(configured.getAsInt()) : derived(bytes)));
    }

    /// What was decided.
    ///
    /// *Errors*: `CONFIGURATION` before the first run was prepared.
    public BucketCount require(String migrationId) {
        return find(migrationId)
                .orElseThrow(() -> new FerryException(
                        ErrorCode.CONFIGURATION,
                        "%s does not exist: prepare a run of the migration first".formatted(name(migrationId))));
    }

    private Optional<BucketCount> find(String migrationId) {
        return work.open(name(migrationId)).map(in -> {
            try (InputStream closing = in) {
                return new BucketCount(MAPPER.readTree(closing).path("buckets").asInt());
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + name(migrationId), e);
            }
        });
    }

    private BucketCount write(String migrationId, BucketCount count) {
        try (WorkFile out = work.create(name(migrationId))) {
            out.write(MAPPER.writeValueAsBytes(Map.of("buckets", count.value())));
            out.commit();
            return count;
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a number cannot be written as JSON", e);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write " + name(migrationId), e);
        }
    }

    private static String name(String migrationId) {
        return "migrations/" + migrationId + "/layout.json";
    }
}
