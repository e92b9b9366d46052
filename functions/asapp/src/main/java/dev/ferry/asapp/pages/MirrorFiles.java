package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedInterval;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import dev.ferry.core.run.DateWindow;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.WorkFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// Copies a feed's files out of the File Exporter, a date a page, to where [dev.ferry.asapp.fileexporter] reads
/// them.
///
/// *Shape* of a copy's name: `{prefix}{feed}/version=/format=/dt=/hr=/mi=/{file}`, whichever way ASAPP spells the
/// coordinates. The cursor is the position of the last date that is done.
///
/// The last two dates are copied again each time, since restatement is not excluded; of earlier dates only what is
/// missing. A date costs one request where its list names the intervals of its files, and else one more for each
/// interval; each file costs a request for its address; the bytes come from another host and cost none.
///
/// Counts of a date: `files` = `copied` + `kept`, and `gone` for a date that the source has deleted meanwhile.
public final class MirrorFiles implements PagedWork {
    /// The name of this work.
    public static final String NAME = "mirror-files";

    private static final int READ_AGAIN = 2;

    private final FeedName feed;
    private final Copies copies;
    private final PagePorts ports;
    private FeedDates dates = new FeedDates(List.of());
    private Set<String> present = Set.of();

    /// Where copies go, and of which dates.
    ///
    /// @param prefix ends in a slash
    public record Copies(String prefix, DateWindow window) {}

    /// The files of a feed.
    public MirrorFiles(FeedName feed, Copies copies, PagePorts ports) {
        this.feed = feed;
        this.copies = copies;
        this.ports = ports;
    }

    @Override
    public Page next(String cursor) {
        if (dates.dates().isEmpty()) {
            dates = FeedDates.of(ports.client().fileExporter(), feed).within(copies.window());
            present = Set.copyOf(ports.work().list(copies.prefix() + feed.value() + "/"));
        }
        List<FeedDate> left = dates.after(cursor);
        if (left.isEmpty()) {
            return new Page.Last(0);
        }
        long files = mirror(left.getFirst(), left.size() <= READ_AGAIN);
        return left.size() == 1
                ? new Page.Last(files)
                : new Page.More(FeedDates.position(left.getFirst()), files, left.size() - 1L);
    }

    private long mirror(FeedDate date, boolean again) {
        try {
            List<FeedFile> all = files(date);
            List<FeedFile> wanted = all.stream()
                    .filter(file -> again || !present.contains(name(file)))
                    .toList();
            ports.expected().accept(wanted.size());
            for (int from = 0; from < wanted.size(); from += PagePorts.PAGE) {
                List<FeedFile> some = wanted.subList(from, Math.min(wanted.size(), from + PagePorts.PAGE));
                AtOnce.all(some.stream().map(this::copy).toList());
            }
            count(
                    date,
                    Map.of(
                            "files",
                            (long) all.size(),
                            "copied",
                            (long) wanted.size(),
                            "kept",
                            (long) all.size() - wanted.size()));
            return wanted.size();
        } catch (AsappException gone) {
            if (gone.code() != ErrorCode.NOT_FOUND) {
                throw gone;
            }
            count(date, Map.of("gone", 1L));
            return 0;
        }
    }

    private void count(FeedDate date, Map<String, Long> counts) {
        String unit = String.join("/", NAME, feed.value(), FeedDates.position(date));
        ports.count(Tally.of(PagePorts.PHASE, unit, counts));
    }

    /// The files of a date, by one request where their names say of which interval they are. Files of several
    /// intervals that share a name cannot be told apart in such a list.
    private List<FeedFile> files(FeedDate date) {
        List<FeedFile> folded = ports.client().fileExporter().files(date);
        if (folded.isEmpty() || folded.stream().allMatch(file -> file.name().startsWith("hr="))) {
            return folded;
        }
        List<FeedInterval> intervals = ports.client().fileExporter().intervals(date);
        ports.expected().accept(intervals.size());
        return intervals.isEmpty()
                ? folded
                : AtOnce.all(intervals.stream().map(this::list).toList()).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private Callable<List<FeedFile>> list(FeedInterval interval) {
        return () -> ports.client().fileExporter().files(interval);
    }

    private Callable<FeedFile> copy(FeedFile file) {
        return () -> {
            String name = name(file);
            try (InputStream in = ports.client().downloads().open(file);
                    WorkFile out = ports.work().create(name)) {
                in.transferTo(out);
                out.commit();
                return file;
            } catch (IOException e) {
                throw new FerryException(
                        dev.ferry.core.failure.ErrorCode.SOURCE_UNAVAILABLE,
                        "the copy of %s broke off".formatted(name),
                        e);
            }
        };
    }

    private String name(FeedFile file) {
        FeedDate date = file.date();
        String below = file.interval()
                .map(interval -> interval.value() + "/" + file.name())
                .orElse(file.name());
        return copies.prefix()
                + String.join(
                        "/",
                        feed.value(),
                        spelled("version=", date.format().version().value()),
                        spelled("format=", date.format().value()),
                        spelled("dt=", date.value()),
                        below.startsWith("hr=") ? below : "hr=00/" + below);
    }

    private static String spelled(String key, String value) {
        return value.startsWith(key) ? value : key + value;
    }
}
