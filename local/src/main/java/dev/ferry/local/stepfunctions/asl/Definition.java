package dev.ferry.local.stepfunctions.asl;

import org.jspecify.annotations.Nullable;

/// A state machine's definition, read and checked.
///
/// @param timeoutSeconds the longest an execution may run, or null
public record Definition(Graph graph, @Nullable Long timeoutSeconds) {}
