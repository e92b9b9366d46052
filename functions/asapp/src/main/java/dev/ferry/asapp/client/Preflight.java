package dev.ferry.asapp.client;

/// What asking ASAPP's health has told about the address and the key, before anything is planned.
public sealed interface Preflight {
    /// The API answers and takes the key.
    record Ready() implements Preflight {}

    /// The API answers, but something is wrong with the key or what it may do.
    record Refused(ErrorCode code, String asappCode) implements Preflight {}

    /// The API does not answer, or not as ASAPP does.
    record Unreachable(ErrorCode code) implements Preflight {}

    /// The day's allowance is spent, so nothing was asked.
    record Parked() implements Preflight {}
}
