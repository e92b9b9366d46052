/// Tests of reading stored events.
@NullMarked
package dev.ferry.asapp.events;

import org.jspecify.annotations.NullMarked;
