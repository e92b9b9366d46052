package dev.ferry.salesforce.client;

import java.util.regex.Pattern;

/// The id of a record in one org, always in its 18-character form.
///
/// Shape: 15 letters and digits, where upper and lower case differ, and three that encode the case. A
/// 15-character id is completed; 18 characters are taken as they come, because Salesforce, not this client,
/// is the judge of an id.
public record SalesforceId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18}");
    private static final String SUFFIX_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;

    /// Refuses anything but 15 or 18 letters and digits.
    public SalesforceId {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "A Salesforce id has 15 or 18 letters and digits, this one has " + value.length() + " characters");
        }
        value = value.length() == SHORT ? value + suffix(value) : value;
    }

    /// Whether the text has the form of an id.
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// The three characters that tell the kind of record, for example `500` for a Case.
    public String prefix() {
        return value.substring(0, 3);
    }

    @Override
    public String toString() {
        return value;
    }

    // Each suffix character is five bits, one per character, lowest first: set where the character is upper
    // case.
    private static String suffix(String shortId) {
        var suffix = new StringBuilder();
        for (var block = 0; block < SHORT; block += 5) {
            var bits = 0;
            for (var i = 0; i < 5; i++) {
                var c = shortId.charAt(block + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            suffix.append(SUFFIX_ALPHABET.charAt(bits));
        }
        return suffix.toString();
    }
}
