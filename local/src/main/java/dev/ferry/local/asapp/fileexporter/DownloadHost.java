package dev.ferry.local.asapp.fileexporter;

import dev.ferry.local.asapp.calls.CallRecord;
import dev.ferry.local.asapp.limits.Admission;
import dev.ferry.local.asapp.limits.Gate;
import dev.ferry.local.asapp.tenant.Faults;
import dev.ferry.local.asapp.tenant.Tenant;
import dev.ferry.local.asapp.tree.DataFile;
import dev.ferry.local.asapp.tree.Feed;
import dev.ferry.local.asapp.tree.Partition;
import dev.ferry.local.asapp.tree.PartitionFiles;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.journal.RecordLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The other host, which serves presigned URLs as S3 does: errors are XML, and no ASAPP header means anything.
///
/// *Threading*: safe for concurrent use.
public final class DownloadHost {
    private static final int FEED_DEPTH = 4;

    private final Tenant tenant;
    private final Gate gate;
    private final RecordLog<CallRecord> log;
    private final Publication publication;
    private final PartitionFiles files;
    private final PresignedUrls urls;

    DownloadHost(FileExporter exporter, Gate gate, RecordLog<CallRecord> log) {
        this.tenant = exporter.tenant();
        this.publication = exporter.publication();
        this.files = exporter.files();
        this.urls = exporter.urls();
        this.gate = gate;
        this.log = log;
    }

    /// Answers a request.
    public Response answer(Request request) {
        Admission admission = gate.download();
        Response response = respond(request);
        log.add(new CallRecord(
                0,
                admission.arrivalNanos(),
                tenant.clock().at(admission.arrivalNanos()),
                request.header("asapp-api-id").orElse(""),
                request.method(),
                request.path(),
                response.status(),
                admission.verdict(),
                admission.counted()));
        return response;
    }

    private Response respond(Request request) {
        if (tenant.chance().strikes(tenant.knobs().faults().downloadErrorRate())) {
            return error(503, "SlowDown", "Please reduce your request rate.");
        }
        return switch (urls.check(request)) {
            case FORGED ->
                error(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you provided.");
            case EXPIRED -> error(403, "AccessDenied", "Request has expired");
            case VALID ->
                find(request.segments())
                        .map(file -> send(request, file))
                        .orElseGet(() -> error(404, "NoSuchKey", "The specified key does not exist."));
        };
    }

    // The company, the feed with version and format, the date, the interval, the file.
    private Optional<DataFile> find(List<String> key) {
        int last = key.size() - 1;
        if (last <= FEED_DEPTH) {
            return Optional.empty();
        }
        Feed feed = new Feed(key.get(1), key.get(2), key.get(3));
        String interval = String.join("/", key.subList(FEED_DEPTH + 1, last));
        return date(key.get(FEED_DEPTH))
                .flatMap(date -> publication.partitions(feed, date).stream()
                        .filter(partition -> partition.interval().equals(interval))
                        .findFirst())
                .flatMap(partition -> file(partition, key.get(last)));
    }

    private Optional<DataFile> file(Partition partition, String name) {
        return files.of(partition).stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    private static Optional<LocalDate> date(String directory) {
        try {
            return Optional.of(LocalDate.parse(directory.substring(directory.indexOf('=') + 1)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Response send(Request request, DataFile file) {
        Faults faults = tenant.knobs().faults();
        long size = file.size();
        ByteRange range = request.header("Range")
                .flatMap(header -> ByteRange.parse(header, size))
                .orElse(new ByteRange(0, size));
        if (!range.isSatisfiable() && size > 0) {
            return error(416, "InvalidRange", "The requested range is not satisfiable");
        }
        boolean cut = tenant.chance().strikes(faults.downloadCutRate());
        Response response = new Response(
                        range.length() == size ? 200 : 206,
                        Map.of("Content-Type", "binary/octet-stream", "Accept-Ranges", "bytes"),
                        new Response.Sized(range.length(), out -> {
                            try (InputStream in = Files.newInputStream(file.content())) {
                                in.skipNBytes(range.from());
                                long sent = cut ? range.length() / 2 : range.length();
                                copy(in, out, sent);
                            }
                            if (cut) {
                                out.flush();
                                throw new IOException("The connection breaks here on purpose");
                            }
                        }))
                .with("x-amz-request-id", tenant.chance().id().toString());
        return range.length() == size ? response : response.with("Content-Range", range.header(size));
    }

    private static void copy(InputStream in, java.io.OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The file is shorter than it was");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private Response error(int status, String code, String message) {
        return Response.text(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message><RequestId>%s"
                                .formatted(code, message, tenant.chance().id())
                        + "</RequestId></Error>");
    }
}
