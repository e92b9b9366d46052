/// The adapters of `dev.ferry.handlers` on the embedded engines: each passes the contract test of its port.
@NullMarked
package dev.ferry.local.adapters;

import org.jspecify.annotations.NullMarked;
