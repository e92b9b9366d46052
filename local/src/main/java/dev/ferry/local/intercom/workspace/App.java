package dev.ferry.local.intercom.workspace;

/// A private app of the workspace: who may call.
///
/// @param version the API version that is set on the app, for calls that name none
public record App(String name, String token, String version) {

    public App {
        if (name.isBlank() || token.isBlank()) {
            throw new IllegalArgumentException("An app has a name and a token");
        }
    }

    /// One app for tests and demonstrations. Its token opens nothing but a simulator on a loopback port.
    public static App demonstration() {
        return new App("ferry", "ferry-token", "2.14");
    }

    @Override
    public String toString() {
        return "App[" + name + "]";
    }
}
