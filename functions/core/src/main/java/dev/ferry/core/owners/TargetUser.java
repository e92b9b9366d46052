package dev.ferry.core.owners;

/// A user of the target.
///
/// @param id the target's id
/// @param login the name to log in with, unique in the target
/// @param email not unique; personal
/// @param active whether the user may log in
/// @param mayOwn whether the user's licence lets it own records
public record TargetUser(String id, String login, String email, boolean active, boolean mayOwn) {

    @Override
    public String toString() {
        return "TargetUser[" + id + "]";
    }
}
