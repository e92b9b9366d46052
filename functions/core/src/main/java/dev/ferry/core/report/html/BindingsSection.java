package dev.ferry.core.report.html;

import dev.ferry.core.report.RunResults;

/// The hashes that say exactly what was run.
final class BindingsSection implements Section {

    @Override
    public Markup render(RunResults results) {
        return Section.titled(
                "bindings",
                "What exactly was run",
                "The run was bound to these. With any of them changed it would have refused to go on.",
                Markup.of(
                        """
                        <table class="hashes"><tbody>
                        <tr><th scope="row">Migration</th><td><code>{}</code></td></tr>
                        <tr><th scope="row">Configuration</th><td><code>{}</code></td></tr>
                        <tr><th scope="row">Mapping</th><td><code>{}</code></td></tr>
                        <tr><th scope="row">Target schema</th><td><code>{}</code></td></tr>
                        </tbody></table>
                        """,
                        results.run().migrationId(),
                        results.hashes().configuration(),
                        results.hashes().mapping(),
                        results.hashes().targetSchema()));
    }
}
