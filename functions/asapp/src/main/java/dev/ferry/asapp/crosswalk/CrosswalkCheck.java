package dev.ferry.asapp.crosswalk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a row of a crosswalk file can be used.
final class CrosswalkCheck {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "1", "0", "yes", "no");

    private CrosswalkCheck() {}

    /// What is wrong with the first bad field, as `{field} {what}`; empty for a good row.
    static Optional<String> fault(CrosswalkKind kind, Map<String, String> fields) {
        if (kind.ids().stream().noneMatch(fields::containsKey)) {
            return Optional.of(String.join(", ", kind.ids()) + " all empty");
        }
        return fields.entrySet().stream()
                .filter(field -> !isGood(field.getKey(), field.getValue()))
                .map(field -> field.getKey() + " is not valid")
                .sorted()
                .findFirst();
    }

    private static boolean isGood(String column, String value) {
        return switch (column) {
            case "email" -> EMAIL.matcher(value).matches();
            case "customer_id" -> DIGITS.matcher(value).matches();
            case "active" -> BOOLEANS.contains(value.toLowerCase(Locale.ROOT));
            case "domain" -> value.indexOf('@') < 0 && value.chars().noneMatch(Character::isWhitespace);
            default -> true;
        };
    }
}
