package dev.ferry.core.source;

/// What a customer's canonical id is made of, best first.
public enum KeyKind {
    EMAIL,
    EXTERNAL,
    CUSTOMER
}
