// The page People, on top of the auditor's and the data manager's style.

import { sheet } from '../theme.js';

export const peopleStyle = sheet(`
.head .row { display: flex; gap: 10px; flex-wrap: wrap; }
section > h2 { margin-bottom: 12px; }
.form { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 16px 28px; align-items: start; max-width: 1240px; }
.form .wide { grid-column: 1 / -1; }
.form .field { display: grid; gap: 4px; color: var(--ink); font-size: 14px; }
.form .field > span, fieldset > legend { font-weight: 600; color: var(--ink); font-size: 14px; padding: 0; }
.form .field input, .form .field select { max-width: none; width: 100%; min-width: 0; }
.form .field input[type=number] { max-width: 120px; }
.form .field input[type=date] { max-width: 180px; }
section .form:not(:first-child) { margin-top: 14px; }
.hint { color: var(--ink-quiet); font-size: 13px; max-width: 92ch; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; display: grid; gap: 6px; }
.checks { display: flex; flex-wrap: wrap; gap: 6px 22px; }
.check { display: grid; grid-template-columns: 18px auto; gap: 2px 8px; align-items: start; font-size: 14px; }
.check input { width: 16px; height: 16px; min-height: 0; margin: 3px 0 0; accent-color: var(--accent); }
.check .hint { grid-column: 2; }
.actions { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.message { min-height: 1.5em; }
.message.bad { color: var(--bad); }
.message.good { color: var(--good); }
.entry { display: grid; gap: 8px; padding: 12px 14px; border: 1px solid #bfe0ce; border-inline-start: 5px solid var(--good); border-radius: 8px; background: var(--good-tint); margin-block: 10px; }
.entry .secret { display: flex; flex-wrap: wrap; gap: 8px; }
.entry .secret input { flex: 1 1 420px; font: 500 13px/1.4 "IBM Plex Mono", ui-monospace, Consolas, monospace; max-width: none; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 0 16px; align-items: start; }
.line { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; margin-top: 10px; }
.line .hint { flex-basis: 100%; }
td .button { min-height: 28px; }
td.act { text-align: end; white-space: nowrap; }
.name a { text-decoration: underline; }
.name small { display: block; font-weight: 400; color: var(--ink-quiet); }
.quiet-line { display: block; color: var(--ink-quiet); font-size: 12.5px; }
pre { margin: 0; padding: 8px 12px; background: var(--ground); border-radius: 6px; font: 500 12.5px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; overflow-x: auto; }
.faults { list-style: none; color: var(--bad); }
.faults b { font-weight: 600; }
tr.refused td { background: var(--bad-tint); }
@media (max-width: 760px) { .columns { grid-template-columns: minmax(0, 1fr); } }
`);
