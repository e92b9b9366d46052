package dev.ferry.core.report.html;

/// A complete HTML document with its style inside.
final class Page {
    private Page() {}

    static String of(String title, Markup body) {
        return Markup.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="generator" content="Ferry">
                <title>{}</title>
                <style>
                {}</style>
                </head>
                <body>
                <main>
                {}</main>
                </body>
                </html>
                """, title, Stylesheet.CSS, body).html();
    }
}
