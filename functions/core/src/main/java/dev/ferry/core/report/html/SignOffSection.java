package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;

/// Where the customer signs.
final class SignOffSection implements Section {

    @Override
    public Markup render(RunResults results) {
        return Markup.of("""
                <section class="signoff" id="signoff">
                <h2>Sign-off</h2>
                <p class="lead">I have read this report of run {} and accept the migration as described.</p>
                <div class="lines"><p>Name</p><p>Date</p><p>Signature</p></div>
                </section>
                """, results.run().runId());
    }
}
