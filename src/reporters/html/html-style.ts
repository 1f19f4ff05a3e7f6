/** The style sheet of the page: light and dark, on screen and on paper. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --paper: #fdfcfa; --soft: #5c5955; --rule: #d8d4ce; --error: #a3121f; --error-ground: #fbe3e2; --warning: #7a4b00; --warning-ground: #fcefd2; --info: #135a8a; --info-ground: #e1eff8; --good: #1d6b35; }
@media (prefers-color-scheme: dark) { :root { --ink: #eae7e3; --paper: #1b1a19; --soft: #aaa59e; --rule: #45413c; --error: #ff9c98; --error-ground: #52201f; --warning: #f4c26b; --warning-ground: #463309; --info: #8cc8f2; --info-ground: #123a55; --good: #84d69b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1rem 1.5rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, table, .verdict, .number, .reasons, .gap, footer, .skip { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0; }
a { color: inherit; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; background: var(--paper); padding: .25rem .5rem; }
.verdict { margin: .25rem 0 1rem; font-weight: 600; }
.verdict.stop { color: var(--error); } .verdict.look, .verdict.empty { color: var(--warning); } .verdict.clean { color: var(--good); }
table { border-collapse: collapse; margin: 1rem 0; font-size: .875rem; }
caption { text-align: left; color: var(--soft); }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
td.count { text-align: right; }
article { border-top: 3px solid var(--ink); margin-top: 2.5rem; padding-top: .75rem; }
.line { display: grid; grid-template-columns: 3.5rem minmax(0, 3fr) minmax(0, 2fr); column-gap: 1rem; }
.line > p { margin: 0; white-space: pre-wrap; grid-column: 2; min-height: 1.5em; }
.line:target { outline: 2px solid var(--info); }
.number { color: var(--soft); font-size: .75rem; line-height: 1.5rem; text-align: right; }
.gap { color: var(--soft); font-size: .875rem; margin: .5rem 0 .5rem 4.5rem; }
mark { color: inherit; background: none; }
mark.error { background: var(--error-ground); border-bottom: 3px solid var(--error); }
mark.warning { background: var(--warning-ground); border-bottom: 3px dashed var(--warning); }
mark.info { background: var(--info-ground); border-bottom: 3px dotted var(--info); }
mark.place { border-bottom: 1px solid var(--soft); }
mark:target, .reasons > li:target { outline: 2px solid var(--info); }
sup { font: 600 .7rem/1 system-ui, sans-serif; } sup a { text-decoration: none; padding: 0 .15rem; }
.reasons { grid-column: 3; list-style: none; margin: 0 0 .5rem; padding: 0; font-size: .875rem; line-height: 1.4; }
.reasons > li { border-left: 3px solid var(--rule); padding-left: .6rem; margin-bottom: .5rem; }
.reasons > .error { border-color: var(--error); } .reasons > .warning { border-color: var(--warning); border-left-style: dashed; } .reasons > .info { border-color: var(--info); border-left-style: dotted; }
.error > .level { color: var(--error); } .warning > .level { color: var(--warning); } .info > .level { color: var(--info); }
.level, .title { font-weight: 600; }
.rule { color: var(--soft); }
.reasons ul { margin: .2rem 0; padding-left: 1.1rem; }
ins { text-decoration: none; border-bottom: 2px solid var(--good); }
footer { margin-top: 3rem; color: var(--soft); font-size: .8rem; }
@media (max-width: 50rem) { .line { grid-template-columns: 2.5rem minmax(0, 1fr); } .reasons { grid-column: 2; } .gap { margin-left: 3.5rem; } }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --rule: #999; --error: #8a0010; --warning: #5e3a00; --info: #0b446b; --good: #14502a; --error-ground: #fff; --warning-ground: #fff; --info-ground: #fff; } body { max-width: none; padding: 0; font-size: 10pt; } .skip { display: none; } .reasons > li, tr { break-inside: avoid; } h2, .verdict { break-after: avoid; } a { text-decoration: none; } }
`
