/// Tests of the Conversations API's answers and of the planner.
@NullMarked
package dev.ferry.asapp.conversations;

import org.jspecify.annotations.NullMarked;
