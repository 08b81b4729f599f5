/** How the page looks, on screen and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2433;--soft:#5b6475;--line:#d5dae3;--paper:#fff;--band:#f5f6f9;--red:#b42318;--amber:#93500a;--green:#1c6b3f;--grey:#5b6475;--blue:#1f4f99}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9f0;--soft:#a3acbd;--line:#3a4252;--paper:#161a22;--band:#1f2530;--red:#ff8a80;--amber:#f0b35f;--green:#7fd6a0;--grey:#a3acbd;--blue:#9cc1ff}}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 20px 48px;max-width:960px;font:15px/1.5 system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}h2{font-size:18px;margin:36px 0 10px;border-bottom:2px solid var(--line);padding-bottom:4px}h3{font-size:15px;margin:0 0 6px}
p{margin:0 0 8px}.meta{color:var(--soft);font-size:13px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0;font-size:14px}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;overflow-wrap:anywhere}
.banner{border:1px solid var(--line);border-left:6px solid var(--amber);background:var(--band);padding:10px 14px;border-radius:4px;margin:16px 0}
.banner{overflow-wrap:anywhere}.banner.holds{border-left-color:var(--green)}.banner.broken{border-left-color:var(--red)}
.finding{border:1px solid var(--line);border-left:6px solid var(--grey);border-radius:4px;padding:12px 14px;margin:0 0 14px;break-inside:avoid-page}
.finding.red{border-left-color:var(--red)}.finding.amber{border-left-color:var(--amber)}.finding.green{border-left-color:var(--green)}
.chip{display:inline-block;font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:3px;padding:0 6px;margin-right:8px}
.red>.chip{color:var(--red)}.amber>.chip{color:var(--amber)}.green>.chip{color:var(--green)}.grey>.chip{color:var(--grey)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin:8px 0}
.sides>div{background:var(--band);border-radius:4px;padding:8px 10px;min-width:0}
@media (max-width:640px){.sides{grid-template-columns:1fr}dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:6px}td.when{white-space:normal}table.trail th:last-child,table.trail td:last-child{display:none}}
.tag{display:inline-block;font-size:11px;font-weight:600;letter-spacing:.02em;padding:0 5px;border-radius:3px;border:1px solid var(--line);color:var(--soft);white-space:nowrap}
.tag.recorded{color:var(--blue);border-color:var(--blue)}.tag.decided{color:var(--ink);border-color:var(--ink)}
blockquote,pre{margin:4px 0;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
table{border-collapse:collapse;width:100%;font-size:13.5px}th,td{text-align:left;vertical-align:top;padding:5px 8px 5px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600}td code{white-space:nowrap}.label{color:var(--soft);font-size:12px;margin:8px 0 0}.call+.call{border-top:1px solid var(--line);margin-top:8px;padding-top:8px}
td.when{white-space:nowrap;font-variant-numeric:tabular-nums;padding-right:14px}code{font:12.5px/1.4 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.message{padding:8px 0;break-inside:avoid-page}.message+.message{border-top:1px solid var(--line)}
.finding>p{margin-top:6px}table+table{margin-top:14px}th{overflow-wrap:normal}
.rows{margin:2px 0 0;display:grid;grid-template-columns:minmax(80px,max-content) 1fr;gap:0 12px;font-size:13px}.rows dt{color:var(--soft);overflow-wrap:anywhere}.rows dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
.reading{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--line) 4px 5px);border-bottom:1px dashed var(--soft)}
ul{margin:4px 0 8px;padding-left:20px}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--band:#f4f4f4;--red:#b42318;--amber:#93500a;--green:#1c6b3f;--grey:#444;--blue:#1f4f99}body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid-page}tr{break-inside:avoid-page}thead{display:table-header-group}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:16mm 14mm}}
`;
