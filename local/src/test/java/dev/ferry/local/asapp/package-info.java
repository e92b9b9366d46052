/// Tests of the simulated tenant over sockets, with a bare HTTP client.
@org.jspecify.annotations.NullMarked
package dev.ferry.local.asapp;
