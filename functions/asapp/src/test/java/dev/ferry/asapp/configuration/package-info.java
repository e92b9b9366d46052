/// Tests of the evaluation of segments.
@NullMarked
package dev.ferry.asapp.configuration;

import org.jspecify.annotations.NullMarked;
