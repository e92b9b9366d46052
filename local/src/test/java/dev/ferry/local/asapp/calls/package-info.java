/// Tests of the record of requests.
@org.jspecify.annotations.NullMarked
package dev.ferry.local.asapp.calls;
