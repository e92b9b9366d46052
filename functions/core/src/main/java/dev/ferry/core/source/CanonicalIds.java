package dev.ferry.core.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/// Makes canonical ids: the one place that knows how they are spelled.
///
/// *Shape*: see [CanonicalId]. Characters that are not printable ASCII, and the bar, are percent-encoded, so that
/// an id sorts alike in Java and in a store, and can stand in a key. An id of more than [#MAX_LENGTH] characters is
/// cut and ends in `~` and 16 digits of its hash.
public final class CanonicalIds {
    /// The longest id that a target field takes. *Units*: characters.
    public static final int MAX_LENGTH = 80;

    private static final int HASH_DIGITS = 16;
    private static final int EMAIL_DIGITS = 24;

    private CanonicalIds() {}

    /// An issue of ASAPP Messaging.
    public static CanonicalId issue(String company, String issueId) {
        return of(company, "issue", issueId);
    }

    /// A conversation of AI Services.
    public static CanonicalId conversation(String company, String conversationId) {
        return of(company, "conv", conversationId);
    }

    /// A message, by its own id or by `h-` and a hash.
    public static CanonicalId message(String company, String messageId) {
        return of(company, "msg", messageId);
    }

    /// An agent.
    public static CanonicalId agent(String company, String repId) {
        return of(company, "rep", repId);
    }

    /// An agent of whom only the client's own id is known.
    public static CanonicalId agentByExternalId(String company, String externalAgentId) {
        return of(company, "rep", "ext-" + externalAgentId);
    }

    /// A file, by the source's id or by the event of its upload.
    public static CanonicalId attachment(String company, String attachmentId) {
        return of(company, "file", attachmentId);
    }

    /// A note that is not a message, by a hash of what makes it unique.
    public static CanonicalId note(String company, String uniquePart) {
        return of(company, "note", digits(uniquePart, EMAIL_DIGITS));
    }

    /// One agent's part in a call.
    public static CanonicalId call(String company, String issueId, String repId, Instant startedAt) {
        return of(company, "call", issueId + '-' + repId + '-' + startedAt.toEpochMilli());
    }

    /// A person by address. The address itself never stands in an id.
    public static CanonicalId customerByEmail(String company, String email) {
        return of(company, "cust", "e-" + digits(email.strip().toLowerCase(Locale.ROOT), EMAIL_DIGITS));
    }

    /// A person by the client's own id.
    public static CanonicalId customerByExternalId(String company, String externalUserId) {
        return of(company, "cust", "x-" + externalUserId);
    }

    /// A person by the source's id.
    public static CanonicalId customerByCustomerId(String company, String customerId) {
        return of(company, "cust", "c-" + customerId);
    }

    /// An organisation, by its domain or by the name of a parking account.
    public static CanonicalId organization(String company, String domain) {
        return of(company, "org", domain);
    }

    /// A queue.
    public static CanonicalId queue(String company, String queueId) {
        return of(company, "queue", queueId);
    }

    /// An intent of the catalogue.
    public static CanonicalId intent(String company, String code) {
        return of(company, "intent", code);
    }

    /// An item of the configuration.
    ///
    /// @param id the kind of item and its id, since ids are unique within a kind only
    public static CanonicalId configuration(String company, String id) {
        return of(company, "config", id);
    }

    /// An id of any kind.
    public static CanonicalId of(String company, String kind, String id) {
        String full = "asapp:" + company + ':' + kind + ':' + id;
        String plain = isPlain(full) ? full : encode(full);
        if (plain.length() <= MAX_LENGTH) {
            return new CanonicalId(plain);
        }
        return new CanonicalId(plain.substring(0, MAX_LENGTH - HASH_DIGITS - 1) + '~' + digits(plain, HASH_DIGITS));
    }

    /// The first hexadecimal digits of the SHA-256 of a text.
    public static String digits(String text, int count) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, (count + 1) / 2).substring(0, count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7f && c != '|' && c != '%';
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
