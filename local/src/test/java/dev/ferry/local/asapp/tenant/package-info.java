/// Tests of the tenant's choices and its time.
@org.jspecify.annotations.NullMarked
package dev.ferry.local.asapp.tenant;
