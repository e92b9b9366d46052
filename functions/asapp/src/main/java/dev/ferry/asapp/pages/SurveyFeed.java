package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.run.DateWindow;
import dev.ferry.core.work.JsonLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at a feed of the File Exporter without reading it: which dates it has, and what its last two hold. Their
/// copies stay for the run that reads everything.
///
/// Of attachments only the names of the last date are listed, since their bytes tell nothing.
public final class SurveyFeed implements PagedWork {
    /// The name of this work.
    public static final String NAME = "survey-feed";

    private static final int SAMPLE = 2;

    private final FeedName feed;
    private final MirrorFiles.Copies copies;
    private final String file;
    private final PagePorts ports;
    private @Nullable MirrorFiles sample;

    /// @param file the work file of the [Survey]
    public SurveyFeed(FeedName feed, MirrorFiles.Copies copies, String file, PagePorts ports) {
        this.feed = feed;
        this.copies = copies;
        this.file = file;
        this.ports = ports;
    }

    /// What was found. *Shape*: one line of a work file.
    ///
    /// @param dates how many it has
    /// @param first ISO 8601; empty when it has none
    /// @param sampled how many of them were copied
    /// @param files of the last date, when they were listed and not copied
    public record Survey(String feed, long dates, String first, String last, long sampled, long files) {}

    @Override
    public Page next(String cursor) {
        MirrorFiles known = sample;
        if (known != null) {
            return known.next(cursor);
        }
        List<FeedDate> dates = FeedDates.of(ports.client().fileExporter(), feed)
                .within(copies.window())
                .dates();
        List<LocalDate> days = dates.stream()
                .map(FeedDate::day)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        boolean names = feed.value().equals(FileExporterLayout.ATTACHMENT_FILES);
        List<LocalDate> looked = days.subList(Math.max(0, days.size() - SAMPLE), days.size());
        long files = names && !dates.isEmpty()
                ? ports.client().fileExporter().files(dates.getLast()).size()
                : 0;
        try (JsonLines.Writer line = JsonLines.write(ports.work(), file)) {
            line.write(new Survey(
                    feed.value(),
                    dates.size(),
                    days.isEmpty() ? "" : days.getFirst().toString(),
                    days.isEmpty() ? "" : days.getLast().toString(),
                    names ? 0 : looked.size(),
                    files));
            line.commit();
        }
        if (names || looked.isEmpty()) {
            return new Page.Last(0);
        }
        DateWindow window = new DateWindow(looked.getFirst(), looked.getLast());
        MirrorFiles mirror = new MirrorFiles(feed, new MirrorFiles.Copies(copies.prefix(), window), ports);
        sample = mirror;
        return mirror.next(cursor);
    }
}
