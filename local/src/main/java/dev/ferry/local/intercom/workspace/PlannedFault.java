package dev.ferry.local.intercom.workspace;

import dev.ferry.local.simulation.Checks;

/// A fault that strikes certain calls.
///
/// @param call method and path as the documents write them, such as `POST /conversations/{id}/reply`, or `*`
/// @param status the answer of [FaultKind#STATUS] and [FaultKind#STATUS_AFTER]; of no meaning to the others
/// @param skip how many of these calls go well before
/// @param times how many of these calls it then strikes
public record PlannedFault(String call, FaultKind kind, int status, int skip, int times) {

    public PlannedFault {
        Checks.between("status", status, 400, 599);
        Checks.atLeast("skip", skip, 0);
        Checks.atLeast("times", times, 1);
    }
}
