/// Tests of the whole of extraction and assembly over stores in memory.
@NullMarked
package dev.ferry.asapp;

import org.jspecify.annotations.NullMarked;
