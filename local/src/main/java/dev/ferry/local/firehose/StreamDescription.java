package dev.ferry.local.firehose;

import java.time.Duration;
import java.util.Objects;

/// A delivery stream with direct put and a bucket as its destination, which compresses with GZIP.
///
/// *Shape* in `resources.json`:
/// `{"name":"events","bucket":"work","prefix":"events/","extension":".jsonl.gz","bufferMegabytes":16,
/// "bufferSeconds":60}`.
///
/// @param prefix what the keys of objects begin with, before `yyyy-MM-dd/` of the delivery in UTC
/// @param buffer when records are delivered
public record StreamDescription(String name, String bucket, String prefix, String extension, Buffer buffer) {

    public StreamDescription {
        Objects.requireNonNull(name, "a stream needs a name");
        Objects.requireNonNull(bucket, "a stream needs a bucket");
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(extension);
        Objects.requireNonNull(buffer);
    }

    /// When the records that wait are delivered: at this size or this long after the first, whichever comes first.
    ///
    /// @param megabytes 1 to 128
    /// @param time 0 s to 15 min
    public record Buffer(int megabytes, Duration time) {
        private static final int LARGEST = 128;
        private static final Duration LONGEST = Duration.ofMinutes(15);

        public Buffer {
            if (megabytes < 1 || megabytes > LARGEST) {
                throw new IllegalArgumentException(
                        "bufferMegabytes is %d; Firehose allows 1 to %d".formatted(megabytes, LARGEST));
            }
            if (time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "bufferSeconds is %d; Firehose allows 0 to 900".formatted(time.toSeconds()));
            }
        }

        long bytes() {
            return megabytes * 1024L * 1024L;
        }
    }
}
