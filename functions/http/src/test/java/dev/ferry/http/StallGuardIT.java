package dev.ferry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StallGuardIT {
    @Test
    void endsTheReadOfABodyThatFallsSilent() throws IOException {
        try (var body = new StallGuard(new SilentBody(), Duration.ofMillis(50))) {
            assertThatIOException().isThrownBy(() -> body.readNBytes(1)).withMessageContaining("No byte");
        }
    }

    @Test
    void lateBytesOfALivelyBodyArrive() throws IOException {
        try (var sender = new PipedOutputStream();
                var body = new StallGuard(new PipedInputStream(sender), Duration.ofMinutes(1))) {
            sender.write(new byte[] {(byte) 200, 2, 3});

            assertThat(body.read()).isEqualTo(200);
            assertThat(body.readNBytes(2)).containsExactly(2, 3);
        }
    }

    /// A body whose reader waits until it is closed, as that of a dead connection does.
    private static final class SilentBody extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
            return -1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
