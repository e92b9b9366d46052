package dev.ferry.local.salesforce.dml;

/// A column that is no field of the object, or one that the loading user cannot see.
public final class UnknownColumn extends Exception {
    private static final long serialVersionUID = 1;

    UnknownColumn(String message) {
        super(message);
    }
}
