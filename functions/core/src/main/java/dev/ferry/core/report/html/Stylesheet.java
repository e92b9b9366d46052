package dev.ferry.core.report.html;

/// The look of the page, on a screen and on A4.
final class Stylesheet {
    static final Markup CSS = new Markup("""
            :root{--ink:#17222d;--soft:#5a6875;--line:#e4e8ec;--page:#f4f6f7;--card:#fff;
             --good:#0d6e5f;--good-bg:#e8f4f1;--fair:#8a5a00;--fair-bg:#fdf4e0;--bad:#a8261c;--bad-bg:#fcebe9;
             --create:#0f7d6c;--update:#3d6fb4;--same:#b8c3cc;--held:#cc7a1a}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0;background:var(--page);color:var(--ink);
             font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
            main{max-width:1080px;margin:0 auto;padding:40px 24px 72px}
            header{padding-bottom:8px}
            .brand{display:flex;align-items:center;gap:9px;margin:0 0 36px;font-weight:650;letter-spacing:.01em}
            .brand span:last-child{font-weight:400;color:var(--soft)}
            .mark{width:20px;height:10px;background:var(--good);border-radius:2px 2px 10px 10px}
            h1{margin:0;font-size:38px;line-height:1.15;font-weight:650;letter-spacing:-.02em;overflow-wrap:anywhere}
            .route{margin:6px 0 26px;color:var(--soft);font-size:17px}.arrow{color:var(--good);padding:0 4px}
            .verdict{border-radius:12px;padding:22px 26px;margin:0 0 22px;border-left:6px solid}
            .verdict p{margin:4px 0 0}.verdict .says{margin:0;font-size:23px;line-height:1.3;font-weight:650;
             letter-spacing:-.01em}
            .good{background:var(--good-bg);border-color:var(--good)}.good .says{color:var(--good)}
            .fair{background:var(--fair-bg);border-color:var(--held)}.fair .says{color:var(--fair)}
            .bad{background:var(--bad-bg);border-color:var(--bad)}.bad .says{color:var(--bad)}
            .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:14px 24px;margin:0;padding:0 2px}
            dt{color:var(--soft);font-size:13px}dd{margin:0;overflow-wrap:anywhere}
            section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px 26px 26px;
             margin-top:20px}
            h2{margin:0;font-size:20px;font-weight:650;letter-spacing:-.01em}
            h3{margin:0;font-size:15px;font-weight:620}
            h3 small,th small{color:var(--soft);font-weight:400;font-size:12.5px;margin-left:5px}
            .lead{margin:3px 0 18px;color:var(--soft)}
            code{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
             background:#f1f4f5;border-radius:4px;padding:1px 5px;overflow-wrap:anywhere}
            a{color:var(--good);text-decoration-thickness:1px;text-underline-offset:3px}
            .next code{display:inline-block;background:#17222d;color:#f4f6f7;padding:6px 12px;border-radius:6px}
            .wide{overflow-x:auto}
            table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
            th{text-align:left;font-weight:400;color:var(--soft);font-size:13px;padding:6px 12px 6px 0;vertical-align:bottom}
            thead th{border-bottom:1px solid var(--line);white-space:nowrap}
            td,tbody th,tfoot th{padding:8px 12px 8px 0;border-bottom:1px solid #eff2f4;vertical-align:top}
            tbody th,tfoot th{color:var(--ink);font-size:15px}
            tr>:last-child{padding-right:0}
            tbody tr:last-child>*{border-bottom:0}
            tfoot>tr>*{border-bottom:0;border-top:1px solid #cfd6dc;font-weight:620}
            .n{text-align:right}.n+td:not(.n),.n+th:not(.n){padding-left:18px}td:first-child code{white-space:nowrap}
            td.zero,.term.zero{color:#a3aeb8}td.quiet{color:var(--soft)}
            td.create{color:var(--create);font-weight:600}td.update{color:var(--update);font-weight:600}
            td.held{color:var(--fair);font-weight:650}
            .moved tbody th{min-width:200px}.moved .n{padding-left:10px}.share{width:120px;vertical-align:middle!important}
            .bar{display:flex;gap:1px;height:8px;border-radius:4px;overflow:hidden;background:var(--line)}
            .bar i.create{background:var(--create)}.bar i.update{background:var(--update)}
            .bar i.same{background:var(--same)}.bar i.held{background:var(--held)}
            .finding{display:grid;grid-template-columns:86px 1fr;gap:0 18px;padding:16px 0;border-top:1px solid var(--line)}
            .finding p{margin:3px 0 0}.finding .count{margin:0;text-align:right;font-size:22px;line-height:1.15;font-weight:650;
             font-variant-numeric:tabular-nums}
            .finding.error .count{color:var(--bad)}.finding.warning .count{color:var(--fair)}.finding.info .count{color:var(--soft)}
            .action b{font-weight:620}.list{color:var(--soft)}
            .calm{color:var(--good)}.files{margin-top:14px}
            .books{display:grid;gap:14px}
            .book{border:1px solid var(--line);border-radius:9px;padding:14px 18px}
            .book.unbalanced{border-color:var(--bad);background:#fffafa}
            .book ul{list-style:none;margin:8px 0 0;padding:0}
            .book li{display:grid;grid-template-columns:24px 1fr;padding:3px 0}
            .tick{font-weight:700}.yes{color:var(--good)}.no,.gap{color:var(--bad)}.gap{font-style:normal;font-weight:620;
             padding-left:8px}
            .sum{font-variant-numeric:tabular-nums}.term{white-space:nowrap}.term b{font-weight:620}
            .sum i{font-style:normal;color:#a3aeb8}.eq{color:var(--soft);padding:0 5px}
            .note{display:inline-block;color:var(--fair);font-size:13px;margin-right:10px}
            .line{width:42%}.track{display:block;height:8px;border-radius:4px;background:#eef1f3;margin-top:8px;overflow:hidden}
            .track i{display:block;height:8px;border-radius:4px;background:var(--update)}
            .plain{margin:10px 0 0;padding-left:18px;color:var(--soft)}
            .hashes th{width:130px;color:var(--soft);font-size:14px}
            .glossary{display:grid;grid-template-columns:repeat(auto-fit,minmax(270px,1fr));gap:12px 28px;margin:0}
            .glossary dt{color:var(--ink);font-weight:620;font-size:14px}.glossary dd{color:var(--soft);font-size:14px}
            .lines{display:grid;grid-template-columns:2fr 1fr 2fr;gap:28px;margin-top:54px}
            .lines p{margin:0;padding-top:6px;border-top:1px solid var(--ink);color:var(--soft);font-size:13px}
            @media(max-width:640px){main{padding:24px 14px 48px}section{padding:18px 16px}h1{font-size:30px}
             .finding{grid-template-columns:1fr}.finding .count{text-align:left}.line,.share{display:none}}
            @page{size:A4;margin:16mm 15mm}
            @media print{*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
             body{background:#fff;font-size:10pt}main{max-width:none;padding:0}.brand{margin-bottom:18px}
             h1{font-size:26pt}h2{font-size:14pt}tbody th,tfoot th{font-size:10pt}
             section{border:0;border-top:1px solid var(--line);border-radius:0;padding:14px 0 10px;margin-top:14px}
             h2,h3,.lead,thead{break-after:avoid}tr,.finding,.book,.verdict,.signoff,.glossary div{break-inside:avoid}
             thead{display:table-header-group}tfoot{display:table-row-group}
             .wide{overflow:visible}.share{display:none}.facts{grid-template-columns:repeat(4,auto);gap:8px}
             td,tbody th,tfoot th{padding-top:6px;padding-bottom:6px}
             a{color:inherit;text-decoration:none}}
            """);

    private Stylesheet() {}
}
