/// What people see of a migration in CloudWatch: one dashboard for each environment, and alarms.
///
/// The dashboard shows the metrics of [dev.ferry.handlers.metrics.FerryMetric], all of them and no other of
/// Ferry's; beside them those of the services. It finds migrations and phases by searching, so it knows none by
/// name.
@NullMarked
package dev.ferry.infra.observability;

import org.jspecify.annotations.NullMarked;
