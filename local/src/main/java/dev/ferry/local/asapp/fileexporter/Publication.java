package dev.ferry.local.asapp.fileexporter;

import dev.ferry.local.asapp.tenant.ExporterRules;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.EmptyHours;
import dev.ferry.local.asapp.tree.ExportTree;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.Partition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// What of the File Exporter's tree can be seen at this moment: days whose run has been, feeds that are enabled,
/// and texts that are not yet purged.
///
/// The daily run makes a day visible as a whole. Of 32 kept days the first is the date 31 days before the last.
final class Publication {
    private static final Set<String> EXTENSION = Set.of("attachments", "attachment_files", "conversation_files");

    private final Tenant tenant;
    private final ExportTree tree;

    Publication(Tenant tenant, ExportTree tree) {
        this.tenant = tenant;
        this.tree = tree;
    }

    /// The feeds that are listed.
    List<String> names() {
        return tree.names().stream()
                .filter(this::exists)
                .filter(name -> !disabled(name))
                .toList();
    }

    boolean exists(String name) {
        return tenant.knobs().extensions().attachments() || !EXTENSION.contains(name);
    }

    boolean disabled(String name) {
        return tenant.knobs().exporter().disabledFeeds().contains(name);
    }

    /// The days that can be seen, oldest first.
    List<LocalDate> dates(Feed feed) {
        return tree.dates(feed).stream().filter(date -> visible(feed, date)).toList();
    }

    /// The partitions of a day that can be seen.
    List<Partition> partitions(Feed feed, LocalDate date) {
        List<Partition> there = visible(feed, date) ? tree.partitions(feed, date) : List.of();
        return tenant.knobs().rows().emptyPartitions() ? EmptyHours.filled(there) : there;
    }

    ExportTree tree() {
        return tree;
    }

    private boolean visible(Feed feed, LocalDate date) {
        ExporterRules rules = tenant.knobs().exporter();
        LocalDate newest = newestDay(tenant.clock().now(), rules);
        boolean purged =
                rules.purgedFeeds().contains(feed.name()) && date.isBefore(newest.minusDays(rules.purgeDays() - 1L));
        return !date.isAfter(newest) && !purged;
    }

    private static LocalDate newestDay(Instant now, ExporterRules rules) {
        LocalDateTime moment = now.atZone(ZoneOffset.UTC).toLocalDateTime();
        boolean ranToday = !moment.toLocalTime().isBefore(rules.dailyRunAt());
        return moment.toLocalDate().minusDays(rules.runLagDays()).minusDays(ranToday ? 0 : 1);
    }
}
