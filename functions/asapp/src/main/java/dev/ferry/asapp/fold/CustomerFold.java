package dev.ferry.asapp.fold;

import dev.ferry.core.identity.CustomerKeys;
import dev.ferry.core.identity.FreeMailDomains;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.Customer;
import dev.ferry.core.source.FieldScope;
import dev.ferry.core.source.KeyKind;
import dev.ferry.core.source.OrganizationHandling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds what is known of one person. *Source*: reference, section 8; of several values the first in the
/// crosswalk counts.
final class CustomerFold {
    private final GatheredEntity entity;
    private final List<CrosswalkRow> rows;
    private final CustomerContribution contribution;

    CustomerFold(GatheredEntity entity, List<CrosswalkRow> rows, CustomerContribution contribution) {
        this.entity = entity;
        this.rows = rows;
        this.contribution = contribution;
    }

    Customer fold(@Nullable CanonicalId account, FreeMailDomains freeMail, ScopedFields scoped) {
        KeyKind keyKind = CustomerKeys.kind(entity.id());
        List<String> emails = new ArrayList<>(values("email"));
        emails.addAll(contribution.emails());
        String email = emails.stream()
                .map(CustomerFold::lower)
                .filter(e -> keyKind != KeyKind.EMAIL || CustomerKeys.isEmail(entity.id(), e))
                .findFirst()
                .orElse(null);
        boolean anonymous = keyKind == KeyKind.CUSTOMER && rows.isEmpty();
        String domain = domain(email);
        return new Customer(
                entity.id(),
                keyKind,
                PersonNames.of(names()),
                email,
                emails.stream().distinct().sorted().toList(),
                first("phone"),
                first("company"),
                domain,
                handling(domain, anonymous, freeMail),
                account,
                ids("external_user_id", contribution.externalUserIds(), KeyKind.EXTERNAL),
                ids("customer_id", contribution.customerIds(), KeyKind.CUSTOMER),
                anonymous,
                !rows.isEmpty(),
                rows.size(),
                contribution.conversations(),
                time(contribution.firstSeen()),
                time(contribution.lastSeen()),
                ScopedFields.latest(scoped.only(FieldScope.CUSTOMER, contribution.fields())));
    }

    /// What the person's conversations say of their organisation.
    SortedMap<String, FieldShare> ofOrganization(ScopedFields scoped) {
        return scoped.only(FieldScope.ORGANIZATION, contribution.fields());
    }

    /// The company names that the rows give, by a key that sorts in the order of the crosswalk.
    SortedMap<String, String> companyNames() {
        SortedMap<String, String> names = new TreeMap<>();
        for (CrosswalkRow row : rows) {
            String company = row.field("company");
            if (company != null) {
                names.put("%s|%010d".formatted(row.file(), row.line()), company);
            }
        }
        return names;
    }

    private @Nullable String domain(@Nullable String email) {
        String domain = first("domain");
        if (domain != null) {
            return lower(domain);
        }
        return email == null ? null : email.substring(email.lastIndexOf('@') + 1);
    }

    /// Names of the crosswalk before those that conversations give.
    private List<String> names() {
        List<String> names = new ArrayList<>(values("name"));
        names.addAll(contribution.names());
        return names;
    }

    private static OrganizationHandling handling(@Nullable String domain, boolean anonymous, FreeMailDomains freeMail) {
        if (anonymous) {
            return OrganizationHandling.ANONYMOUS;
        }
        if (domain == null) {
            return OrganizationHandling.NONE;
        }
        return freeMail.contains(domain) ? OrganizationHandling.FREEMAIL : OrganizationHandling.ORGANIZATION;
    }

    private List<String> ids(String column, Set<String> contributed, KeyKind kind) {
        SortedSet<String> ids = new TreeSet<>(contributed);
        ids.addAll(values(column));
        Stream.concat(Stream.of(entity.id()), entity.aliases().stream())
                .filter(node -> CustomerKeys.kind(node) == kind)
                .forEach(node -> CustomerKeys.sourceId(node).ifPresent(ids::add));
        return List.copyOf(ids);
    }

    private List<String> values(String column) {
        return rows.stream()
                .map(row -> row.field(column))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String first(String column) {
        return values(column).stream().findFirst().orElse(null);
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
