package dev.ferry.local.salesforce.rest;

/// The versions of the API.
final class Api {
    /// The newest version that is served.
    static final String LATEST = "66.0";

    static final int OLDEST = 31;
    static final int NEWEST = 67;

    private Api() {}
}
