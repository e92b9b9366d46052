/// Tests of reading the File Exporter's files.
@NullMarked
package dev.ferry.asapp.fileexporter;

import org.jspecify.annotations.NullMarked;
