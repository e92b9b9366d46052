/// The Salesforce target against the simulated org.
@NullMarked
package dev.ferry.local.salesforce.target;

import org.jspecify.annotations.NullMarked;
