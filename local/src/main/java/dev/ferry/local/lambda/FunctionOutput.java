package dev.ferry.local.lambda;

/// Where the lines go that functions print.
public interface FunctionOutput {

    /// Claims what the calling thread, and threads it starts, print from now on for a function.
    void attach(String function);

    /// Takes one line of a function.
    void line(String function, String line);

    /// Lets functions print where the process prints, and drops what they log through their context.
    static FunctionOutput unattached() {
        return new FunctionOutput() {
            @Override
            public void attach(String function) {}

            @Override
            public void line(String function, String line) {}
        };
    }
}
