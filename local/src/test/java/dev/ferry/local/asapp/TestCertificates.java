package dev.ferry.local.asapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A server's and a client's key store that trust each other, made by the JDK's `keytool` for one test. *Shape* as
/// ASAPP asks for them: RSA of 3,072 bits, each for its own use.
record TestCertificates(Path directory, String password) {
    static final String CLIENT = "CN=events.asapp.example";

    static TestCertificates in(Path directory) {
        TestCertificates made =
                new TestCertificates(directory, UUID.randomUUID().toString());
        made.pair("server", "CN=localhost", "eku=serverAuth", "san=dns:localhost,ip:127.0.0.1");
        made.pair("client", CLIENT, "eku=clientAuth");
        made.trust("server", "client");
        made.trust("client", "server");
        try {
            Files.writeString(made.passwordFile(), made.password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    Path client() {
        return directory.resolve("client.p12");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    /// What a server with its key needs to ask for the client's.
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("server.p12"))) {
            store.load(in, password.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void pair(String name, String subject, String... extensions) {
        List<String> options = new ArrayList<>(
                List.of("-genkeypair", "-alias", name, "-dname", subject, "-keyalg", "RSA", "-keysize", "3072"));
        List.of(extensions).forEach(extension -> options.addAll(List.of("-ext", extension)));
        keytool(name, options);
    }

    private void trust(String in, String of) {
        String certificate = directory.resolve(of + ".crt").toString();
        keytool(of, List.of("-exportcert", "-alias", of, "-file", certificate));
        keytool(in, List.of("-importcert", "-noprompt", "-alias", of, "-file", certificate));
    }

    private void keytool(String store, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(options);
        command.addAll(List.of("-keystore", directory.resolve(store + ".p12").toString(), "-storepass", password));
        try {
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("keytool.log").toFile())
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
