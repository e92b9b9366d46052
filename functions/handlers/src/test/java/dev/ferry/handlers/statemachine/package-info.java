/// What the files of `statemachines/` and the description of the deployment must keep to.
@NullMarked
package dev.ferry.handlers.statemachine;

import org.jspecify.annotations.NullMarked;
