package dev.ferry.asapp.client.export;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.asapp.client.internal.ApiTransport.Patience;
import dev.ferry.http.Exchange;
import dev.ferry.http.RequestBody;
import dev.ferry.http.Wire;
import dev.ferry.http.WireRequest;
import dev.ferry.http.WireResponse;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// [Downloads] by presigned addresses. An address that is refused with 403 has expired: a new one is asked for, and
/// the old one is never tried again.
public final class HttpDownloads implements Downloads {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_FAULT = 500;
    private static final int MOST_ADDRESSES = 3;

    private final FileExporter exporter;
    private final Wire wire;
    private final Patience patience;

    /// Downloads of what an exporter lists.
    public HttpDownloads(FileExporter exporter, Wire wire, Patience patience) {
        this.exporter = exporter;
        this.wire = wire;
        this.patience = patience;
    }

    @Override
    public InputStream open(FeedFile file) {
        for (int addresses = 1; ; addresses++) {
            WireResponse answer = fetch(exporter.url(file), file);
            if (answer.isSuccess()) {
                return answer.body();
            }
            if (answer.status() != FORBIDDEN || addresses == MOST_ADDRESSES) {
                throw failed(file, answer.status());
            }
        }
    }

    private WireResponse fetch(PresignedUrl url, FeedFile file) {
        List<Duration> waits = patience.policy().faulty();
        var request = new WireRequest("GET", url.address(), Map.of(), RequestBody.none(), true);
        for (int before = 0; ; before++) {
            boolean last = before >= waits.size();
            switch (wire.send(request)) {
                case Exchange.Answer(WireResponse answer)
                when last || answer.status() < SERVER_FAULT -> {
                    return answer;
                }
                case Exchange.Silence silence
                when last ->
                    throw new AsappException(ErrorCode.NO_ANSWER, Failure.of(attempted(file)), silence.cause());
                case Exchange.Answer _, Exchange.Silence _ -> pause(waits.get(before), file);
                case Exchange.Interrupted _ ->
                    throw new AsappException(ErrorCode.INTERRUPTED, Failure.of(attempted(file)));
            }
        }
    }

    private void pause(Duration time, FeedFile file) {
        try {
            patience.sleeper().sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AsappException(ErrorCode.INTERRUPTED, Failure.of(attempted(file)));
        }
    }

    private static AsappException failed(FeedFile file, int status) {
        ErrorCode code = status >= SERVER_FAULT
                ? ErrorCode.UNAVAILABLE
                : status == NOT_FOUND ? ErrorCode.NOT_FOUND : ErrorCode.REFUSED;
        return new AsappException(code, new Failure(attempted(file), status, "", "", null));
    }

    private static String attempted(FeedFile file) {
        return "download %s of %s %s"
                .formatted(
                        file.name(),
                        file.date().format().version().feed().value(),
                        file.date().value());
    }
}
