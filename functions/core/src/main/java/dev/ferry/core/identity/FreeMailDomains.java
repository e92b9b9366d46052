package dev.ferry.core.identity;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Domains whose addresses say nothing about an employer: people there do not make an organisation.
///
/// A domain is a fact about the world, not about a tenant, so the list is a resource of the program; tenants may
/// add.
public final class FreeMailDomains {
    private final Set<String> domains;

    private FreeMailDomains(Set<String> domains) {
        this.domains = Set.copyOf(domains);
    }

    /// The list of the program.
    public static FreeMailDomains standard() {
        return with(Set.of());
    }

    /// The list of the program and a tenant's own additions, in any case.
    public static FreeMailDomains with(Set<String> more) {
        Set<String> all = new HashSet<>();
        try (InputStream in = FreeMailDomains.class.getResourceAsStream("free-mail-domains.txt")) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the list of free-mail domains is not on the class path");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(all::add);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the list of free-mail domains cannot be read", e);
        }
        more.forEach(domain -> all.add(domain.strip().toLowerCase(Locale.ROOT)));
        return new FreeMailDomains(all);
    }

    /// Whether it is one of them.
    ///
    /// @param domain in lower case
    public boolean contains(String domain) {
        return domains.contains(domain);
    }
}
