package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFormat;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.client.export.FeedVersion;
import dev.ferry.asapp.client.export.FileExporter;
import dev.ferry.core.run.DateWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The dates of a feed in all versions and formats, in an order that outlives the provider's nightly run: dates
/// come and go, but their positions stay.
record FeedDates(List<FeedDate> dates) {
    FeedDates {
        dates = List.copyOf(dates);
    }

    /// All dates that the exporter has now. Costs a request, one for each version and one for each format.
    static FeedDates of(FileExporter exporter, FeedName feed) {
        List<FeedDate> all = new ArrayList<>();
        for (FeedVersion version : exporter.versions(feed)) {
            for (FeedFormat format : exporter.formats(version)) {
                all.addAll(exporter.dates(format));
            }
        }
        all.sort(Comparator.comparing(FeedDates::position));
        return new FeedDates(all);
    }

    /// The dates that lie in a window; one that is no date is in every window.
    FeedDates within(DateWindow window) {
        return new FeedDates(dates.stream()
                .filter(date -> date.day().map(window::contains).orElse(true))
                .toList());
    }

    /// The dates after a position; all of them after the empty one.
    List<FeedDate> after(String position) {
        return dates.stream()
                .filter(date -> position(date).compareTo(position) > 0)
                .toList();
    }

    /// Where a date stands. *Shape*: `version=1,format=jsonl,2026-03-02`.
    static String position(FeedDate date) {
        String day = date.day().map(LocalDate::toString).orElse(date.value());
        return "%s,%s,%s"
                .formatted(date.format().version().value(), date.format().value(), day);
    }
}
