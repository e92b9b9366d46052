package dev.ferry.core.failure;

/// Every way in which a step of Ferry can fail, with what it means for the run and what the reader can do.
///
/// The names are matched by the `Retry` and `Catch` of the state machines, which a test checks.
public enum ErrorCode {
    /// The configuration of the run is wrong.
    CONFIGURATION(Category.USER, false, "Correct the named setting and start the run again."),
    /// The mapping does not compile against the source model and the described target.
    MAPPING(Category.USER, false, "Correct the mapping at the named line and start the run again."),
    /// Input from the source cannot be read at all (single lines are quarantined instead).
    SOURCE_UNREADABLE(Category.SOURCE, false, "Check the named object in the source and its permissions."),
    /// The source's API refused the key, or has a feature not enabled.
    SOURCE_ACCESS(
            Category.SOURCE,
            false,
            "Put a valid key into the secret or have the feature enabled, then redrive the execution."),
    /// The source's API is unavailable or throttles for now.
    SOURCE_UNAVAILABLE(Category.SOURCE, true, "Nothing: Ferry tries again."),
    /// The plan, mapping or target schema that the run is bound to has changed.
    PLAN_CHANGED(Category.USER, false, "Make a new plan and run that."),
    /// The target refused the credentials or lacks a permission.
    TARGET_ACCESS(
            Category.TARGET, false, "Grant the named permission or renew the secret, then redrive the execution."),
    /// The target's schema lacks something that the mapping needs.
    TARGET_SCHEMA(Category.TARGET, false, "Create the named field or grant access to it, then redrive the execution."),
    /// The target is unavailable or throttles for now.
    TARGET_UNAVAILABLE(Category.TARGET, true, "Nothing: Ferry tries again."),
    /// A daily quota of the source or target is spent.
    QUOTA_SPENT(Category.QUOTA, false, "Wait for the reset named in the message, then redrive the execution."),
    /// A store of Ferry's own (DynamoDB, S3) answered with an error.
    STORE_UNAVAILABLE(Category.PLATFORM, true, "Nothing: Ferry tries again."),
    /// The books of a phase do not balance.
    BOOKS_UNBALANCED(
            Category.DATA, false, "Read the lists in the report; each names the records and a way to fix them."),
    /// An invariant of Ferry itself does not hold.
    INTERNAL(Category.FERRY, false, "Report it with the run's report attached.");

    private final Category category;
    private final boolean retriable;
    private final String hint;

    ErrorCode(Category category, boolean retriable, String hint) {
        this.category = category;
        this.retriable = retriable;
        this.hint = hint;
    }

    /// Who can mend it.
    public Category category() {
        return category;
    }

    /// Whether the same call may succeed later without anybody doing anything.
    public boolean retriable() {
        return retriable;
    }

    /// What the reader can do, as one sentence.
    public String hint() {
        return hint;
    }

    /// Who or what has to change before the step can succeed.
    public enum Category {
        USER,
        SOURCE,
        TARGET,
        QUOTA,
        PLATFORM,
        DATA,
        FERRY
    }
}
