package dev.ferry.local.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invented customer.
///
/// @param number position, from 0; decides which difficulty the person stands for
record SamplePerson(int number) {
    private static final List<String> GIVEN = List.of("Mira", "Jonas", "Zoë", "Tadeusz", "Amara", "Noé", "Ingrid");
    private static final List<String> FAMILY = List.of("Feld", "Okoye", "Brandt", "Lindgren", "Moreau", "Kaya");

    /// Every seventh person is nobody: no id of the client, no row in the crosswalk.
    boolean anonymous() {
        return number % 7 == 6;
    }

    long customerId() {
        return 880_000L + number * 10L;
    }

    /// A second id of the source, for every fifth person.
    long otherCustomerId() {
        return number % 5 == 0 ? customerId() + 1 : customerId();
    }

    @Nullable
    String externalUserId() {
        return anonymous() ? null : "GT-%06d".formatted(number);
    }

    String name() {
        return GIVEN.get(number % GIVEN.size()) + ' ' + FAMILY.get(number % FAMILY.size());
    }

    String email() {
        return "customer%d@%s".formatted(number, domain());
    }

    /// Every third uses free mail; one domain has no company name.
    String domain() {
        return switch (number % 6) {
            case 0, 3 -> "gmail.com";
            case 1 -> "nameless-nurseries.example";
            default -> "orchard-%d.example".formatted(number % 4);
        };
    }

    String company() {
        return domain().startsWith("orchard-") ? "Orchard %d Ltd".formatted(number % 4) : "";
    }
}
