package dev.ferry.local.stepfunctions.interpreter;

/// Thrown on a frame's thread when there is nothing more for it to do: its execution was stopped, its sibling
/// failed, or the service closes.
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Halted() {
        super("halted", null, false, false);
    }
}
