package dev.ferry.local.asapp.batch;

import dev.ferry.local.asapp.tenant.BatchRules;
import dev.ferry.local.asapp.tenant.BatchRules.HourSemantics;
import dev.ferry.local.asapp.tenant.Knobs;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.EmptyHours;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.Partition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When every partition of the batch tree, and its `_SUCCESS`, comes into the bucket, and under which path.
///
/// A partition without `_SUCCESS` in the export never gets one: it is unfinished for good.
final class BatchSchedule {
    private final Tenant tenant;
    private final ExportTree tree;
    private final PublicationFile exceptions;

    /// @param export the directory of the export
    BatchSchedule(Tenant tenant, Path export) {
        this.tenant = tenant;
        this.tree = new ExportTree(export.resolve("batch"));
        this.exceptions = new PublicationFile(export);
    }

    ExportTree tree() {
        return tree;
    }

    /// Everything that ever appears, in order.
    List<Appearance> appearances() {
        Knobs knobs = tenant.knobs();
        return tree.feeds().stream()
                .filter(feed -> !knobs.exporter().disabledFeeds().contains(feed.name()))
                .flatMap(feed -> tree.dates(feed).stream()
                        .map(date -> tree.partitions(feed, date))
                        .map(day -> knobs.rows().emptyPartitions() ? EmptyHours.filled(day) : day)
                        .flatMap(List::stream))
                .flatMap(this::appearances)
                .sorted()
                .toList();
    }

    private Stream<Appearance> appearances(Partition partition) {
        BatchRules rules = tenant.knobs().batch();
        Instant usual = usual(partition);
        Optional<PublicationFile.Times> exception = exceptions.of(partition.key());
        Instant data = exception.map(PublicationFile.Times::data).orElse(usual);
        String key = key(partition, usual, rules);
        Stream<Appearance> first = Stream.of(new Appearance(data, Appearance.Kind.DATA, key, partition));
        if (!complete(partition)) {
            return first;
        }
        boolean late = tenant.chance().marks(rules.lateSuccessRate(), "late " + partition.key());
        Instant success = exception
                .flatMap(PublicationFile.Times::success)
                .orElse(data)
                .plus(Duration.ofMinutes(late ? rules.lateSuccessMinutes() : 0));
        return Stream.concat(first, Stream.of(new Appearance(success, Appearance.Kind.SUCCESS, key, partition)));
    }

    // A partition that the export does not have is one of the empty ones, which are complete.
    private static boolean complete(Partition partition) {
        return !Files.isDirectory(partition.directory())
                || Files.exists(partition.directory().resolve(ExportTree.SUCCESS));
    }

    private boolean daily(Feed feed) {
        return tenant.knobs().batch().dailyFeeds().contains(feed.name());
    }

    private Instant usual(Partition partition) {
        LocalDateTime time = daily(partition.feed())
                ? partition.date().plusDays(1).atTime(tenant.knobs().exporter().dailyRunAt())
                : partition
                        .start()
                        .plusHours(1)
                        .plusMinutes(tenant.knobs().batch().hourlyLagMinutes());
        return time.toInstant(ZoneOffset.UTC);
    }

    private static String key(Partition partition, Instant usual, BatchRules rules) {
        if (rules.hourSemantics() == HourSemantics.DATA_HOUR) {
            return partition.key();
        }
        LocalDateTime export = usual.atZone(ZoneOffset.UTC).toLocalDateTime();
        return "%s/dt=%s/hr=%02d/mi=%02d"
                .formatted(partition.feed().key(), partition.date(), export.getHour(), export.getMinute());
    }
}
