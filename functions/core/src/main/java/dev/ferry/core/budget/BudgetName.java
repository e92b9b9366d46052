package dev.ferry.core.budget;

/// Which budget: whatever shares one limit, for example one tenant's key at one provider.
public record BudgetName(String value) {
    /// Refuses a name that could not be told from another one in a key.
    public BudgetName {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9:._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "A budget's name is 1 to 100 letters, digits, colons, dots, dashes and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
