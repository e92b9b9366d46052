/// Contract tests of the Salesforce simulator.
@NullMarked
package dev.ferry.local.salesforce;

import org.jspecify.annotations.NullMarked;
