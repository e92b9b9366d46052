package dev.ferry.local.asapp.fileexporter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of an object, as a `Range` header asks for it.
record ByteRange(long from, long length) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    /// The part that a header means; empty for one that is not understood or lies outside: then the whole is sent.
    static Optional<ByteRange> parse(String header, long size) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(parts.group(1));
        long to = parts.group(2) == null ? size - 1 : Math.min(Long.parseLong(parts.group(2)), size - 1);
        return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1));
    }

    String header(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
