package dev.ferry.local.asapp.fileexporter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of an object, as a `Range` header asks for it.
record ByteRange(long from, long length) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    /// The part that a header means; empty for a header that is not understood: then the whole is sent.
    static Optional<ByteRange> parse(String header, long size) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(parts.group(1));
        long to = parts.group(2) == null ? size - 1 : Math.min(Long.parseLong(parts.group(2)), size - 1);
        return Optional.of(new ByteRange(from, to - from + 1));
    }

    /// Whether it has a byte at all.
    boolean isSatisfiable() {
        return length > 0;
    }

    String header(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
