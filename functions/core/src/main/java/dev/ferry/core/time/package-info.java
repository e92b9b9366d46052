/// Time passing, as something that comes from outside: whoever waits takes a [dev.ferry.core.time.Sleeper] and a
/// `Clock`, so that tests wait without time passing.
@NullMarked
package dev.ferry.core.time;

import org.jspecify.annotations.NullMarked;
