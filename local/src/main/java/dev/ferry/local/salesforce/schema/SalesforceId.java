package dev.ferry.local.salesforce.schema;

import java.util.Optional;

/// Record ids: 15 case-sensitive characters (3 of object prefix, 3 of instance, 9 of number in base 62) and 3 of
/// checksum that make them safe where case is lost.
///
/// *Shape*: `5005e00000000A1AAI`. Ids of one object are numbered from 1, so a number is also a position in its
/// table.
public final class SalesforceId {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INSTANCE = "5e0";
    private static final int SHORT = 15;

    private SalesforceId() {}

    /// The 18-character id of the record with that number.
    public static String of(String prefix, long number) {
        char[] id = new char[SHORT + 3];
        prefix.getChars(0, 3, id, 0);
        INSTANCE.getChars(0, 3, id, 3);
        long rest = number;
        for (int i = SHORT - 1; i >= 6; i--) {
            id[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        for (int block = 0; block < 3; block++) {
            id[SHORT + block] = check(id, block * 5);
        }
        return new String(id);
    }

    /// The 18-character form of an id of 15 or 18 characters; empty when it is neither or the checksum is wrong.
    public static Optional<String> canonical(String text) {
        int n = text.length();
        if (n != SHORT && n != SHORT + 3) {
            return Optional.empty();
        }
        char[] id = new char[SHORT + 3];
        text.getChars(0, SHORT, id, 0);
        for (int i = 0; i < SHORT; i++) {
            if (DIGITS.indexOf(id[i]) < 0) {
                return Optional.empty();
            }
        }
        for (int block = 0; block < 3; block++) {
            char c = check(id, block * 5);
            if (n > SHORT && text.charAt(SHORT + block) != c) {
                return Optional.empty();
            }
            id[SHORT + block] = c;
        }
        return Optional.of(n > SHORT ? text : new String(id));
    }

    /// The number of a record of this org; -1 for ids that another org would give.
    public static long number(String id) {
        if (id.length() < SHORT || !id.startsWith(INSTANCE, 3)) {
            return -1;
        }
        long number = 0;
        for (int i = 6; i < SHORT; i++) {
            number = number * 62 + DIGITS.indexOf(id.charAt(i));
        }
        return number;
    }

    static char digit(int value) {
        return DIGITS.charAt(value % 62);
    }

    private static char check(char[] id, int from) {
        int bits = 0;
        for (int i = 0; i < 5; i++) {
            char c = id[from + i];
            if (c >= 'A' && c <= 'Z') {
                bits |= 1 << i;
            }
        }
        return CHECKSUM.charAt(bits);
    }
}
