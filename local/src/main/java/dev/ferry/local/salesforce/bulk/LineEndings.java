package dev.ferry.local.salesforce.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a file's line ends are what its job declares. Those inside quotes count too.
final class LineEndings {
    private LineEndings() {}

    static boolean match(Path file, CsvDialect dialect) throws IOException {
        boolean crlf = dialect.lineEnding().equals("CRLF");
        byte[] buffer = new byte[1 << 16];
        byte last = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n' && (last == '\r') != crlf) {
                        return false;
                    }
                    last = buffer[i];
                }
            }
        }
        return true;
    }
}
