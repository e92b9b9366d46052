package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.KeyKind;
import java.util.Comparator;

/// Which id of a group stands for it: by kind first, then the shorter, then the smaller, so that 999 precedes
/// 1000.
final class IdOrder {
    /// Shorter first, then smaller.
    static final Comparator<CanonicalId> BY_NUMBER =
            Comparator.comparingInt((CanonicalId id) -> id.value().length()).thenComparing(CanonicalId::value);

    /// Addresses before external ids before customer ids.
    static final Comparator<CanonicalId> BEST_PERSON =
            Comparator.comparing(IdOrder::keyKind).thenComparing(BY_NUMBER);

    private IdOrder() {}

    /// What a customer's id is made of.
    static KeyKind keyKind(CanonicalId customer) {
        String last = customer.value().substring(customer.value().indexOf(":cust:") + ":cust:".length());
        return switch (last.charAt(0)) {
            case 'e' -> KeyKind.EMAIL;
            case 'x' -> KeyKind.EXTERNAL;
            default -> KeyKind.CUSTOMER;
        };
    }
}
