package dev.ferry.handlers.events;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// Who may push: a holder of a certificate whose subject has the part that was agreed on.
///
/// A certificate of a public authority proves who its holder is, not that it is ASAPP. *Source*: ASAPP's guide to
/// mutual TLS, which asks for an agreed identifier in the subject.
///
/// @param part of a distinguished name, for example `CN=events.asapp.com`
record AllowedSender(Rdn part) {

    /// *Errors*: `IllegalStateException` when the text is no part of a distinguished name.
    static AllowedSender of(String part) {
        try {
            return new AllowedSender(new Rdn(part));
        } catch (InvalidNameException e) {
            throw new IllegalStateException(
                    "EVENTS_CLIENT_SUBJECT is no part of a distinguished name; write it as CN=events.example.com", e);
        }
    }

    boolean is(String subject) {
        try {
            return new LdapName(subject).getRdns().contains(part);
        } catch (InvalidNameException e) {
            return false;
        }
    }
}
