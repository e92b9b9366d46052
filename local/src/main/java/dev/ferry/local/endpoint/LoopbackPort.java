package dev.ferry.local.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/// A TCP port on 127.0.0.1 that one service will listen on.
///
/// @param service the service's name as a reader knows it, for the message when the port is taken
/// @param number 0 asks for any free port
/// @param option the setting that changes the number, named in that message
public record LoopbackPort(String service, int number, String option) {

    private static final int HIGHEST = 65_535;
    private static final int BACKLOG = 1_024;
    private static final String UNDELAYED = "sun.net.httpserver.nodelay";

    public LoopbackPort {
        if (number < 0 || number > HIGHEST) {
            throw new IllegalArgumentException(
                    "%s is %d; a port is between 0 (any free one) and %d".formatted(option, number, HIGHEST));
        }
    }

    /// The loopback address that everything binds to.
    public static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    /// Proves that a port with a number can be had. A free one is left to the engine, which finds and takes it in
    /// one step; found here it could be somebody else's before the engine takes it.
    ///
    /// *Errors*: [PortTakenException] when another process listens there.
    public void requireFree() {
        if (number == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(loopback(), number));
        } catch (BindException e) {
            throw taken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not look at port %d for %s".formatted(number, service), e);
        }
    }

    /// An HTTP server that has taken the port and is not started.
    ///
    /// *Errors*: [PortTakenException] when the port is in use.
    HttpServer listen() {
        // Answers have small bodies; without this, each waits for the client's delayed acknowledgement. The JDK reads
        // it with the first server of the process.
        if (System.getProperty(UNDELAYED) == null) {
            System.setProperty(UNDELAYED, "true");
        }
        try {
            return HttpServer.create(new InetSocketAddress(loopback(), number), BACKLOG);
        } catch (BindException e) {
            throw taken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not listen on port %d for %s".formatted(number, service), e);
        }
    }

    /// This port, with the number that an engine listens on.
    public LoopbackPort boundTo(int bound) {
        return new LoopbackPort(service, bound, option);
    }

    /// The error for a bind that failed.
    public PortTakenException taken(Throwable cause) {
        return new PortTakenException(this, cause);
    }

    /// The service's base URL.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + number);
    }
}
