package dev.ferry.core.budget;

/// What a request is for, which decides how much of a day it may use.
public enum Purpose {
    /// The first attempt.
    WORK,
    /// Another attempt of a request that has begun: it may use what the day keeps in reserve.
    RETRY
}
