/// What the code of all function modules must keep to.
@NullMarked
package dev.ferry.handlers.architecture;

import org.jspecify.annotations.NullMarked;
