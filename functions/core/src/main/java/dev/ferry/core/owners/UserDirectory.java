package dev.ferry.core.owners;

import java.util.Collection;
import java.util.List;

/// The users of the target.
///
/// *Threading*: safe for concurrent use. *Errors*: `TARGET_ACCESS`, `TARGET_UNAVAILABLE`, `QUOTA_SPENT`.
public interface UserDirectory {

    /// The users with one of these e-mail addresses, whatever the case of their letters.
    List<TargetUser> byEmail(Collection<String> emails);

    /// The users with one of these logins or ids.
    List<TargetUser> byLoginOrId(Collection<String> names);

    /// The user that Ferry itself loads as; the default owner unless a person decides otherwise.
    TargetUser loadingUser();
}
