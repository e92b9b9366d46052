package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.OrganizationHandling;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the canonical id of an account: which organisation it is of, and which share of it.
///
/// *Shape*: `...:org:{domain}`, its further shares `...:org:{domain}~02`; parking accounts
/// `...:org:~individuals-00`.
public final class Accounts {
    private static final Pattern SHARE = Pattern.compile("(:org:.+)~(\\d{2,5})$");
    private static final Pattern PARKING = Pattern.compile(":org:~(individuals|unknown)-(\\d{2,5})$");

    private Accounts() {}

    /// The id under which all shares of an organisation come together.
    public static CanonicalId base(CanonicalId account) {
        Matcher parking = PARKING.matcher(account.value());
        if (parking.find()) {
            return new CanonicalId(account.value().substring(0, parking.end(1)));
        }
        Matcher share = SHARE.matcher(account.value());
        return share.find() ? new CanonicalId(account.value().substring(0, share.end(1))) : account;
    }

    /// The number of the share, from 0.
    public static int shard(CanonicalId account) {
        Matcher parking = PARKING.matcher(account.value());
        if (parking.find()) {
            return Integer.parseInt(parking.group(2));
        }
        Matcher share = SHARE.matcher(account.value());
        return share.find() ? Integer.parseInt(share.group(2)) - 1 : 0;
    }

    /// Whether it holds people without an organisation.
    public static boolean isParking(CanonicalId account) {
        return PARKING.matcher(account.value()).find();
    }

    /// What kind of parking account it is.
    public static OrganizationHandling parkingHandling(CanonicalId account) {
        return account.value().contains(":org:~individuals-")
                ? OrganizationHandling.INDIVIDUALS
                : OrganizationHandling.UNKNOWN;
    }

    /// What a parking account is called.
    public static String parkingName(CanonicalId account) {
        String name = switch (parkingHandling(account)) {
            case INDIVIDUALS -> "Individuals";
            case ORGANIZATION, PLACEHOLDER, FREEMAIL, NONE, ANONYMOUS, UNKNOWN -> "Unknown organization";
        };
        return "%s %02d".formatted(name, shard(account));
    }
}
