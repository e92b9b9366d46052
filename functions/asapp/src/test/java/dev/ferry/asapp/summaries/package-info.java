/// Tests of what is generated because a configuration asks for it.
@NullMarked
package dev.ferry.asapp.summaries;

import org.jspecify.annotations.NullMarked;
