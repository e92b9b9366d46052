package dev.ferry.core.source;

/// Where an agent's address comes from; ASAPP exports none by itself.
public enum EmailSource {
    CROSSWALK,
    REP_ATTRIBUTES
}
