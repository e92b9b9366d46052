/// Tests of the Step Functions service, and the stand-ins they share.
@NullMarked
package dev.ferry.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
