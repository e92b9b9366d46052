/// Metered work against a simulated tenant: the queue, its worker and its machine, and the rate that many workers
/// share.
@NullMarked
package dev.ferry.local.pages;

import org.jspecify.annotations.NullMarked;
