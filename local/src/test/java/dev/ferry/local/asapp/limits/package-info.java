/// Tests of the limits with a ticker of their own.
@org.jspecify.annotations.NullMarked
package dev.ferry.local.asapp.limits;
