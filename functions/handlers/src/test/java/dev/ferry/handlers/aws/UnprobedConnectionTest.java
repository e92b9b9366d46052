package dev.ferry.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnprobedConnectionTest {

    private final Recorded recorded = new Recorded();
    private final HttpURLConnection connection = new UnprobedConnection(recorded);

    @Test
    void holdsAPostInMemory() throws Exception {
        connection.setRequestMethod("POST");
        connection.setFixedLengthStreamingMode(10L);
        assertThat(recorded.calls).containsExactly("method POST");
    }

    @Test
    void streamsAnUpload() throws Exception {
        connection.setRequestMethod("PUT");
        connection.setFixedLengthStreamingMode(10L);
        assertThat(recorded.calls).containsExactly("method PUT", "streams 10");
    }

    @Test
    void keepsTheTimeoutsThatItWasMadeWith() {
        connection.setReadTimeout(30_000);
        connection.setConnectTimeout(2_000);
        assertThat(recorded.getReadTimeout()).isZero();
        assertThat(recorded.getConnectTimeout()).isZero();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> UnprobedConnection.to(URI.create("x:y"), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x:y");
    }

    private static final class Recorded extends HttpURLConnection {
        private final List<String> calls = new ArrayList<>();

        Recorded() {
            super(address());
        }

        private static URL address() {
            try {
                return URI.create("http://127.0.0.1:1").toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void setRequestMethod(String verb) throws ProtocolException {
            super.setRequestMethod(verb);
            calls.add("method " + verb);
        }

        @Override
        public void setFixedLengthStreamingMode(long length) {
            calls.add("streams " + length);
        }

        @Override
        public void connect() {
            throw new IllegalStateException("no connection is needed");
        }

        @Override
        public void disconnect() {}

        @Override
        public boolean usingProxy() {
            return false;
        }
    }
}
