package dev.ferry.local.endpoint;

/// A service could not start because something else listens on its port. The message is one line for a terminal.
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LoopbackPort port;

    PortTakenException(LoopbackPort port, Throwable cause) {
        super(
                "Port %d for %s is in use. Stop what listens there, or choose another port with %s."
                        .formatted(port.number(), port.service(), port.option()),
                cause);
        this.port = port;
    }

    /// The port that is in use.
    public LoopbackPort port() {
        return port;
    }
}
