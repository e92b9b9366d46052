package dev.ferry.handlers.events;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What is read of a request that an HTTP API hands on, in the payload format 2.0.
///
/// Own records, since the published event class knows nothing of client certificates.
public record HttpEvent(
        @Nullable String body,
        boolean isBase64Encoded,
        @Nullable RequestContext requestContext) {

    /// Where the request came from.
    public record RequestContext(@Nullable Authentication authentication) {}

    /// Who sent it; absent without mutual TLS.
    public record Authentication(@Nullable ClientCert clientCert) {}

    /// The certificate of the sender.
    public record ClientCert(@Nullable String subjectDN) {}

    /// The distinguished name in the sender's certificate, empty when there is none.
    String subject() {
        Authentication authentication = requestContext == null ? null : requestContext.authentication();
        ClientCert certificate = authentication == null ? null : authentication.clientCert();
        String subject = certificate == null ? null : certificate.subjectDN();
        return subject == null ? "" : subject;
    }

    /// The body's bytes.
    byte[] content() {
        if (body == null) {
            return new byte[0];
        }
        return isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
