/// What the templates must be, whoever deploys them.
///
/// The templates are made once for all tests of a run, by the same code that the CDK command line runs. That needs
/// Node.js; without it the tests are skipped and say so.
@NullMarked
package dev.ferry.infra;

import org.jspecify.annotations.NullMarked;
