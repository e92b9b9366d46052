package dev.ferry.asapp.fold;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who a conversation was with, as its rows say: batch rows first, then AI Services, then the conversation's own
/// file.
///
/// @param names names as written
/// @param emails addresses as written
record PersonEvidence(
        @Nullable String customerId,
        @Nullable String externalUserId,
        SortedSet<String> names,
        SortedSet<String> emails) {
    /// What the rows of a conversation say.
    ///
    /// @param main the batch row that describes it
    static PersonEvidence of(RowTable rows, @Nullable SourceRow main) {
        SortedSet<String> names = new TreeSet<>();
        addAll(names, rows, "fx_conversation_files", "customer.name");
        addAll(names, rows, "api_conversations", "customer.name");
        SortedSet<String> emails = new TreeSet<>();
        addAll(emails, rows, "fx_conversation_files", "customer.email");
        return new PersonEvidence(
                main == null ? sender(rows) : main.id("customer_id"),
                Optional.ofNullable(main)
                        .map(row -> row.id("external_user_id"))
                        .or(() -> newest(rows, "fx_staging_conversation_state", "customer_id"))
                        .or(() -> newest(rows, "fx_conversation_files", "customer.external_id"))
                        .or(() -> newest(rows, "api_conversations", "customer.externalId"))
                        .orElse(null),
                names,
                emails);
    }

    /// The best id under which the person is known before identities are resolved.
    Optional<CanonicalId> node(String company) {
        if (customerId != null) {
            return Optional.of(CanonicalIds.customerByCustomerId(company, customerId));
        }
        if (externalUserId != null) {
            return Optional.of(CanonicalIds.customerByExternalId(company, externalUserId));
        }
        return emails.stream().findFirst().map(email -> CanonicalIds.customerByEmail(company, email));
    }

    @Override
    public String toString() {
        return "PersonEvidence[***]";
    }

    private static Optional<String> newest(RowTable rows, String family, String column) {
        return rows.newest(family).stream()
                .map(row -> row.id(column))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The sender of an issue's messages: of a customer's it is the customer id.
    private static @Nullable String sender(RowTable rows) {
        return rows.newest("utterances").stream()
                .filter(row -> "customer".equalsIgnoreCase(row.text("sender_type")))
                .map(row -> row.id("sender_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void addAll(Set<String> values, RowTable rows, String family, String column) {
        for (SourceRow row : rows.rows(family)) {
            String value = row.text(column);
            if (value != null) {
                values.add(value);
            }
        }
    }
}
