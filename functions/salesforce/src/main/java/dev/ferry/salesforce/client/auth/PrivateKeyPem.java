package dev.ferry.salesforce.client.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// Reads an RSA private key from PEM text.
public final class PrivateKeyPem {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PrivateKeyPem() {}

    /// The key of a PKCS#8 block (`BEGIN PRIVATE KEY`). Refuses other blocks and says how to convert them;
    /// never repeats the text.
    public static PrivateKey parse(String pem) {
        var begin = pem.indexOf(BEGIN);
        var end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "The key is not an unencrypted PKCS#8 PEM block; convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem");
        }
        try {
            var der = Base64.getMimeDecoder()
                    .decode(pem.substring(begin + BEGIN.length(), end).strip());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("The PKCS#8 block does not hold an RSA private key", unreadable);
        }
    }
}
