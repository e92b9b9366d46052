package dev.ferry.core.mapping.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// Numbers of JSON as decimals, within bounds in which arithmetic stays cheap.
final class Numbers {
    private static final int LONGEST_TEXT = 64;
    private static final int GREATEST_SCALE = 400;

    private Numbers() {}

    /// The number of a JSON number, or of a text that writes one; empty when it is neither or beyond all bounds.
    static Optional<BigDecimal> parse(Object raw) {
        return switch (raw) {
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Double number ->
                number.isNaN() || number.isInfinite() ? Optional.empty() : bounded(BigDecimal.valueOf(number));
            case BigDecimal number -> bounded(number);
            case BigInteger whole -> whole.bitLength() > 1_000 ? Optional.empty() : Optional.of(new BigDecimal(whole));
            case Number number -> fromText(number.toString());
            case String text -> fromText(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> fromText(String text) {
        try {
            return text.length() > LONGEST_TEXT ? Optional.empty() : bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> bounded(BigDecimal number) {
        boolean cheap = number.scale() <= GREATEST_SCALE && number.scale() >= -GREATEST_SCALE;
        return cheap ? Optional.of(number) : Optional.empty();
    }

    static BigDecimal round(BigDecimal number, int scale) {
        return number.scale() <= scale ? number : number.setScale(scale, RoundingMode.HALF_UP);
    }

    static int wholeDigits(BigDecimal number) {
        return Math.max(number.precision() - number.scale(), 0);
    }
}
