package dev.ferry.handlers.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection whose POST is held in memory until it is sent.
///
/// When the body of a POST is streamed, the JDK first finds out whether a kept connection still stands, by reading
/// from it for a millisecond: a millisecond for each call of DynamoDB, SQS, Firehose and Step Functions. When it is
/// held in memory, the JDK sends it again on a fresh connection when the kept one has broken, as the SDK would.
/// Uploads to buckets are no POST and stay streamed.
///
/// Everything that the SDK's client asks of a connection is handed on. *Source*: `sun.net.www.http.HttpClient.New`,
/// `UrlConnectionHttpClient`.
///
/// *Threading*: for one request.
final class UnprobedConnection extends HttpURLConnection {
    private final HttpURLConnection connection;

    UnprobedConnection(HttpURLConnection connection) {
        super(connection.getURL());
        this.connection = connection;
    }

    /// A connection that is opened when it is first used.
    static HttpURLConnection to(URI target, Duration connecting, Duration reading) {
        try {
            var connection = (HttpURLConnection) target.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(connecting.toMillis()));
            connection.setReadTimeout(Math.toIntExact(reading.toMillis()));
            return new UnprobedConnection(connection);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be connected to".formatted(target), e);
        }
    }

    private boolean posts() {
        return connection.getRequestMethod().equals("POST");
    }

    @Override
    public void setFixedLengthStreamingMode(long length) {
        if (!posts()) {
            connection.setFixedLengthStreamingMode(length);
        }
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        setFixedLengthStreamingMode((long) length);
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        if (!posts()) {
            connection.setChunkedStreamingMode(length);
        }
    }

    // The SDK's client sets its own, which it does not know here.
    @Override
    public void setConnectTimeout(int millis) {}

    @Override
    public void setReadTimeout(int millis) {}

    @Override
    public void setRequestMethod(String verb) throws ProtocolException {
        connection.setRequestMethod(verb);
    }

    @Override
    public String getRequestMethod() {
        return connection.getRequestMethod();
    }

    @Override
    public void setRequestProperty(String name, String value) {
        connection.setRequestProperty(name, value);
    }

    @Override
    public void addRequestProperty(String name, String value) {
        connection.addRequestProperty(name, value);
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        connection.setInstanceFollowRedirects(follow);
    }

    @Override
    public void setDoOutput(boolean output) {
        connection.setDoOutput(output);
    }

    @Override
    public void connect() throws IOException {
        connection.connect();
    }

    @Override
    public void disconnect() {
        connection.disconnect();
    }

    @Override
    public boolean usingProxy() {
        return connection.usingProxy();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connection.getOutputStream();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return connection.getErrorStream();
    }

    @Override
    public int getResponseCode() throws IOException {
        return connection.getResponseCode();
    }

    @Override
    public @Nullable String getResponseMessage() throws IOException {
        return connection.getResponseMessage();
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return connection.getHeaderFields();
    }
}
