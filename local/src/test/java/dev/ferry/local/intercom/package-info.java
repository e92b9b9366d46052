/// Tests of the simulated Intercom workspace: one for each numbered rule of the reference, through HTTP.
@NullMarked
package dev.ferry.local.intercom;

import org.jspecify.annotations.NullMarked;
