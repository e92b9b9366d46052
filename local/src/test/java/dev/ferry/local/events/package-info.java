/// The receiver of pushed events in the embedded cloud, over HTTP.
@NullMarked
package dev.ferry.local.events;

import org.jspecify.annotations.NullMarked;
