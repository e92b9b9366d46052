/// The client by the requests that leave, against a server that answers from a script.
@NullMarked
package dev.ferry.asapp.client;

import org.jspecify.annotations.NullMarked;
