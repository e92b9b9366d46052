/// What tests of several simulators share.
@NullMarked
package dev.ferry.local;

import org.jspecify.annotations.NullMarked;
