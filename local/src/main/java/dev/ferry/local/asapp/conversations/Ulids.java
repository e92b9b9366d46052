package dev.ferry.local.asapp.conversations;

import dev.ferry.local.asapp.tenant.Tenant;
import java.math.BigInteger;

/// Fresh conversation and message ids: ULIDs, which sort by their time.
record Ulids(Tenant tenant) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int RANDOM_BITS = 80;
    private static final int DIGIT_BITS = 5;

    String next() {
        BigInteger random = BigInteger.valueOf(tenant.chance().id().getMostSignificantBits())
                .shiftLeft(Long.SIZE)
                .xor(BigInteger.valueOf(tenant.chance().id().getLeastSignificantBits()))
                .mod(BigInteger.ONE.shiftLeft(RANDOM_BITS));
        BigInteger value = BigInteger.valueOf(tenant.clock().now().toEpochMilli())
                .shiftLeft(RANDOM_BITS)
                .or(random);
        StringBuilder text = new StringBuilder(LENGTH);
        for (int digit = LENGTH - 1; digit >= 0; digit--) {
            text.append(DIGITS.charAt(value.shiftRight(digit * DIGIT_BITS)
                    .and(BigInteger.valueOf(31))
                    .intValue()));
        }
        return text.toString();
    }
}
