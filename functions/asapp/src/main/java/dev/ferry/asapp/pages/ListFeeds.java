package dev.ferry.asapp.pages;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.work.JsonLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks which feeds the File Exporter gives, and writes down what is to be read of the API: one request.
///
/// *Shape* of the work file, a line each: `{"work","unit"}`. What Ferry reads and ASAPP does not list is listed as
/// not enabled, and what ASAPP lists and Ferry does not know as unknown; neither is a fault.
public final class ListFeeds implements PagedWork {
    /// The name of this work.
    public static final String NAME = "list-feeds";

    private final String list;
    private final FeedCatalogue catalogue;
    private final PagePorts ports;

    /// @param list the work file
    public ListFeeds(String list, FeedCatalogue catalogue, PagePorts ports) {
        this.list = list;
        this.catalogue = catalogue;
        this.ports = ports;
    }

    /// What is read of a tenant whose File Exporter is not enabled.
    public static List<Map<String, String>> withoutFeeds() {
        return List.of(work(ReadConfiguration.NAME, "all"));
    }

    @Override
    public Page next(String cursor) {
        Set<String> offered = ports.client().fileExporter().feeds().stream()
                .map(FeedName::value)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Map<String, String>> works = new ArrayList<>(withoutFeeds());
        offered.stream()
                .filter(this::isRead)
                // The feed with the most files first, since the slowest work ends the phase.
                .sorted(Comparator.comparing(feed -> !feed.equals(FileExporterLayout.ATTACHMENT_FILES)))
                .forEach(feed -> works.add(work(MirrorFiles.NAME, feed)));
        try (JsonLines.Writer lines = JsonLines.write(ports.work(), list)) {
            works.forEach(lines::write);
            lines.commit();
        }
        ports.lists().put(PagePorts.UNAVAILABLE, NAME, remarks(offered));
        return new Page.Last(works.size());
    }

    private boolean isRead(String feed) {
        return feed.equals(FileExporterLayout.ATTACHMENT_FILES)
                || catalogue
                        .find(FileExporterLayout.PREFIX + feed)
                        .filter(spec -> spec.kind().isPresent())
                        .isPresent();
    }

    private List<Quarantined> remarks(Set<String> offered) {
        List<Quarantined> remarks = new ArrayList<>();
        catalogue.feeds().keySet().stream()
                .filter(name -> name.startsWith(FileExporterLayout.PREFIX) && !name.equals(FileExporterLayout.CONTENTS))
                .map(name -> name.substring(FileExporterLayout.PREFIX.length()))
                .filter(feed -> isRead(feed) && !offered.contains(feed))
                .forEach(feed -> remarks.add(
                        new Quarantined(feed, 0, "NOT_ENABLED", "the File Exporter does not list this feed")));
        offered.stream()
                .filter(feed -> catalogue.find(FileExporterLayout.PREFIX + feed).isEmpty() && !isRead(feed))
                .forEach(feed -> remarks.add(
                        new Quarantined(feed, 0, "UNKNOWN", "Ferry does not know this feed and does not read it")));
        return remarks;
    }

    private static Map<String, String> work(String work, String unit) {
        return Map.of("work", work, "unit", unit);
    }
}
