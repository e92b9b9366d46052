package dev.ferry.handlers.assemble;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Kinds that are assembled together; stages follow each other, since conversations contribute to customers and
/// agents, and customers to organisations.
public enum AssemblyStage {
    CONVERSATIONS(EntityKind.CONVERSATION),
    CUSTOMERS(EntityKind.CUSTOMER),
    OTHERS(EntityKind.ORGANIZATION, EntityKind.AGENT, EntityKind.QUEUE, EntityKind.INTENT, EntityKind.CONFIGURATION);

    private final List<EntityKind> kinds;

    AssemblyStage(EntityKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /// The name in keys, for example `conversations`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The units of the stage.
    public Stream<AssembleItem> items(BucketCount buckets) {
        return kinds.stream()
                .flatMap(kind ->
                        IntStream.range(0, shares(kind, buckets)).mapToObj(bucket -> new AssembleItem(kind, bucket)));
    }

    /// How many units all stages have.
    public static long units(BucketCount buckets) {
        return Stream.of(values()).flatMap(stage -> stage.items(buckets)).count();
    }

    /// The bucket of a unit.
    public static Bucket bucket(AssembleItem item) {
        return new Bucket(item.bucket());
    }

    // Catalogues are small and stand in the first bucket.
    private static int shares(EntityKind kind, BucketCount buckets) {
        return switch (kind) {
            case CONVERSATION, CUSTOMER, ORGANIZATION, AGENT -> buckets.value();
            case QUEUE, INTENT, CONFIGURATION -> 1;
        };
    }
}
