package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.CanonicalIds;
import dev.ferry.core.source.KeyKind;
import java.util.Optional;

/// Reads a customer's canonical id.
public final class CustomerKeys {
    private CustomerKeys() {}

    /// What the id is made of.
    public static KeyKind kind(CanonicalId customer) {
        return IdOrder.keyKind(customer);
    }

    /// The source's own id in it; empty for an address, which is only a hash, and for an id that had to be changed
    /// to fit.
    public static Optional<String> sourceId(CanonicalId customer) {
        String last = customer.value().substring(customer.value().indexOf(":cust:") + ":cust:".length());
        boolean whole = kind(customer) != KeyKind.EMAIL && last.indexOf('%') < 0 && last.indexOf('~') < 0;
        return whole ? Optional.of(last.substring(2)) : Optional.empty();
    }

    /// Whether the id is made of this address.
    public static boolean isEmail(CanonicalId customer, String email) {
        String company =
                customer.value().substring("asapp:".length(), customer.value().indexOf(":cust:"));
        return CanonicalIds.customerByEmail(company, email).equals(customer);
    }
}
