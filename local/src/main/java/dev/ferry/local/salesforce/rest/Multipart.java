package dev.ferry.local.salesforce.rest;

import dev.ferry.local.endpoint.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `multipart/form-data`.
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\\r\\n]+)\"?");

    private Multipart() {}

    /// A part and its bytes.
    record Part(String name, byte[] content) {}

    static List<Part> parse(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw new ApiException(400, "INVALID_MULTIPART_REQUEST", "The Content-Type names no boundary");
        }
        byte[] mark = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = request.bytes();
        List<Part> parts = new ArrayList<>();
        int from = indexOf(body, mark, 0);
        while (from >= 0) {
            int start = from + mark.length;
            int next = indexOf(body, mark, start);
            if (next < 0) {
                break;
            }
            parts.add(part(body, start, next));
            from = next;
        }
        return List.copyOf(parts);
    }

    private static Part part(byte[] body, int start, int end) {
        byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] bare = "\n\n".getBytes(StandardCharsets.ISO_8859_1);
        int head = indexOf(body, blank, start);
        int skip = blank.length;
        if (head < 0 || head > end) {
            head = indexOf(body, bare, start);
            skip = bare.length;
        }
        if (head < 0 || head > end) {
            throw new ApiException(400, "INVALID_MULTIPART_REQUEST", "A part has no blank line after its headers");
        }
        String headers = new String(body, start, head - start, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        int to = end;
        // The line break before a boundary belongs to the boundary.
        if (to > head && body[to - 1] == '\n') {
            to -= body[to - 2] == '\r' ? 2 : 1;
        }
        return new Part(
                name.find() ? name.group(1) : "", Arrays.copyOfRange(body, head + skip, Math.max(to, head + skip)));
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            int n = 0;
            while (n < wanted.length && body[i + n] == wanted[n]) {
                n++;
            }
            if (n == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
