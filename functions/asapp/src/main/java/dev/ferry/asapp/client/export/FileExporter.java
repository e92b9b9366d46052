package dev.ferry.asapp.client.export;

import java.util.List;

/// Which files ASAPP has to offer. Each call is one request of the budget; no list is paged.
///
/// *Source*: ASAPP, File Exporter. Listing the files of a date without its intervals saves a call per interval.
///
/// *Errors*: [dev.ferry.asapp.client.AsappException]; `NOT_FOUND` for coordinates that are unknown or not yet
/// published.
public interface FileExporter {
    /// The feeds that are enabled for this key.
    List<FeedName> feeds();

    /// The versions of a feed.
    List<FeedVersion> versions(FeedName feed);

    /// The formats of a version.
    List<FeedFormat> formats(FeedVersion version);

    /// The dates of a format, the earliest first; ASAPP gives them in no order.
    List<FeedDate> dates(FeedFormat format);

    /// The intervals of a date.
    List<FeedInterval> intervals(FeedDate date);

    /// All files of a date.
    List<FeedFile> files(FeedDate date);

    /// The files of an interval.
    List<FeedFile> files(FeedInterval interval);

    /// Where a file can be fetched, for some minutes.
    PresignedUrl url(FeedFile file);
}
