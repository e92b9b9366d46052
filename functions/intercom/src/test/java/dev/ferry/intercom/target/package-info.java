/// Tests of the Intercom target, with a workspace that the tests play themselves.
@NullMarked
package dev.ferry.intercom.target;

import org.jspecify.annotations.NullMarked;
