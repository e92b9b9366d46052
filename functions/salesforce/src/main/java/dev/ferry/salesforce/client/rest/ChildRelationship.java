package dev.ferry.salesforce.client.rest;

/// An object whose records refer to this one by `field`, and what deleting this one does to them.
public record ChildRelationship(String childObject, String field, boolean cascadeDelete, boolean restrictedDelete) {}
