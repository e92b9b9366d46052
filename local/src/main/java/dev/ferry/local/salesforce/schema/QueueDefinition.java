package dev.ferry.local.salesforce.schema;

/// A queue: a `Group` of type `Queue` that can own Cases.
public record QueueDefinition(String developerName, String name) {}
