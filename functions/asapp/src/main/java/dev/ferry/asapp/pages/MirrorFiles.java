package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedInterval;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.paging.Page;
import dev.ferry.core.paging.PagedWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// Copies a feed's files out of the File Exporter, a date a page, to where [dev.ferry.asapp.fileexporter] reads
/// them.
///
/// *Shape* of a copy's name: `{prefix}{feed}/version=/format=/dt=/hr=/mi=/{file}`, whichever way ASAPP spells the
/// coordinates. The cursor is the position of the last date that is done.
///
/// The last two dates are copied again each time, since restatement is not excluded; of earlier dates only what is
/// missing.
/// Each file costs a request for its address; the bytes come from another host and cost none.
public final class MirrorFiles implements PagedWork {
    /// The name of this work.
    public static final String NAME = "mirror-files";

    private static final int READ_AGAIN = 2;

    private final FeedName feed;
    private final String prefix;
    private final PagePorts ports;
    private FeedDates dates = new FeedDates(List.of());
    private Set<String> present = Set.of();

    /// The files of a feed.
    ///
    /// @param prefix where copies go; ends in a slash
    public MirrorFiles(FeedName feed, String prefix, PagePorts ports) {
        this.feed = feed;
        this.prefix = prefix;
        this.ports = ports;
    }

    @Override
    public Page next(String cursor) {
        if (dates.dates().isEmpty()) {
            dates = FeedDates.of(ports.client().fileExporter(), feed);
            present = Set.copyOf(ports.work().list(prefix + feed.value() + "/"));
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
        List<FeedInterval> intervals = ports.client().fileExporter().intervals(date);
        ports.expected().accept(intervals.size());
        List<FeedFile> files = AtOnce.all(intervals.stream().map(this::list).toList()).stream()
                .flatMap(List::stream)
                .filter(file -> again || !present.contains(name(file)))
                .toList();
        ports.expected().accept(files.size());
        for (int from = 0; from < files.size(); from += PagePorts.PAGE) {
            List<FeedFile> some = files.subList(from, Math.min(files.size(), from + PagePorts.PAGE));
            AtOnce.all(some.stream().map(this::copy).toList());
        }
        return files.size();
    }

    private Callable<List<FeedFile>> list(FeedInterval interval) {
        return () -> ports.client().fileExporter().files(interval);
    }

    private Callable<FeedFile> copy(FeedFile file) {
        return () -> {
            String name = name(file);
            try (InputStream in = ports.client().downloads().open(file)) {
                // Closing makes the copy appear, so a copy that breaks off is not closed.
                OutputStream out = ports.work().create(name);
                in.transferTo(out);
                out.close();
                return file;
            } catch (IOException e) {
                throw new FerryException(ErrorCode.SOURCE_UNAVAILABLE, "the copy of %s broke off".formatted(name), e);
            }
        };
    }

    private String name(FeedFile file) {
        FeedDate date = file.date();
        return prefix
                + String.join(
                        "/",
                        feed.value(),
                        spelled("version=", date.format().version().value()),
                        spelled("format=", date.format().value()),
                        spelled("dt=", date.value()),
                        file.interval().map(FeedInterval::value).orElse("hr=00"),
                        file.name());
    }

    private static String spelled(String key, String value) {
        return value.startsWith(key) ? value : key + value;
    }
}
