package dev.ferry.core.mapping.convert;

/// Why a record must be held back; free of contents.
public record Rejection(String field, String reason, String hint) {}
