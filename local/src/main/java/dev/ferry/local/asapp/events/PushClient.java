package dev.ferry.local.asapp.events;

import dev.ferry.local.asapp.tenant.EventRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Makes the client that pushes: TLS 1.3 and nothing older, sessions of five minutes, and the certificate of a key
/// store where there is one.
///
/// *Source*: Secure Data Retrieval.
final class PushClient {
    private static final String TLS = "TLSv1.3";
    private static final int SESSION_SECONDS = 300;

    private PushClient() {}

    /// A client by the rules.
    ///
    /// *Errors*: `IllegalArgumentException` that names the knob when the key store cannot be opened.
    static HttpClient of(EventRules rules) {
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {TLS});
        // Without HTTP/2, whose upgrade headers no receiver of plain HTTP expects.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context(rules.pushKeyStore(), rules.pushKeyStorePassword()))
                .sslParameters(only)
                .build();
    }

    private static SSLContext context(@Nullable Path keyStore, @Nullable Path passwordFile) {
        try {
            SSLContext context = SSLContext.getInstance(TLS);
            if (keyStore == null || passwordFile == null) {
                context.init(null, null, null);
            } else {
                char[] password = Files.readString(passwordFile).strip().toCharArray();
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(keyStore)) {
                    store.load(in, password);
                }
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(store, password);
                context.init(keys.getKeyManagers(), trusted(store).getTrustManagers(), null);
            }
            context.getClientSessionContext().setSessionTimeout(SESSION_SECONDS);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "pushKeyStore %s cannot be opened with the password in %s".formatted(keyStore, passwordFile), e);
        }
    }

    private static TrustManagerFactory trusted(KeyStore store) throws GeneralSecurityException {
        boolean names = false;
        for (String alias : Collections.list(store.aliases())) {
            names |= store.isCertificateEntry(alias);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(names ? store : null);
        return trust;
    }
}
