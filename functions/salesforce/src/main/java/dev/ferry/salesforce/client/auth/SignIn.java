package dev.ferry.salesforce.client.auth;

/// The act of getting a new session.
@FunctionalInterface
public interface SignIn {
    /// Signs in; blocks. Throws [dev.ferry.salesforce.client.SalesforceException] with `LOGIN_REFUSED` when
    /// the credentials are no good.
    Session signIn();
}
