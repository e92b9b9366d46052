package dev.ferry.infra.functions;

import java.util.List;

/// ARNs of machines and of what they leave, for the roles of functions.
///
/// @param waiting machines whose tasks functions answer
/// @param executions executions of all machines and of their maps
/// @param mapRuns map runs of all machines
public record MachineArns(List<String> waiting, List<String> executions, List<String> mapRuns) {
    public MachineArns {
        waiting = List.copyOf(waiting);
        executions = List.copyOf(executions);
        mapRuns = List.copyOf(mapRuns);
    }
}
