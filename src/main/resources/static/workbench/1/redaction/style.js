// The page on which de-identification is tried: rules at the left, text and result at the right.

import { sheet } from '../theme.js';

export const redactionStyle = sheet(`
section > h2 { margin-bottom: 8px; }
.columns { display: grid; grid-template-columns: 340px minmax(0, 1fr); gap: 16px; align-items: start; }
@media (max-width: 900px) { .columns { grid-template-columns: minmax(0, 1fr); } }
.rules .field { margin-top: 10px; }
.rules .field select, .rules .field textarea { max-width: none; width: 100%; }
textarea { width: 100%; padding: 8px 10px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); resize: vertical; font-size: 14px; color: var(--ink); }
.rules textarea { min-height: 64px; }
.own { min-height: 150px; }
.kinds { display: grid; gap: 6px; margin-top: 6px; }
.kind { display: grid; grid-template-columns: minmax(0, 1fr) 130px 34px; gap: 6px; }
.kind select { min-width: 0; padding: 0 6px; font-size: 13px; }
.kind .button { min-height: 34px; padding: 0; }
.add { margin-top: 8px; }
.actions { display: flex; gap: 12px; align-items: center; margin-top: 12px; }
.message { color: var(--bad); }
.result { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7; }
mark { background: var(--care-tint); color: inherit; border-radius: 4px; padding: 1px 3px; box-shadow: inset 0 -2px 0 #e69f00; }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; }
@media (max-width: 1200px) { .texts { grid-template-columns: minmax(0, 1fr); } }
.texts h3 { font-size: 13px; font-weight: 600; color: var(--ink-quiet); margin-bottom: 4px; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; }
th { text-align: start; font-weight: 600; color: var(--ink-quiet); font-size: 12.5px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number { font-variant-numeric: tabular-nums; }
pre { margin: 0; padding: 10px 12px; background: var(--ground); border-radius: 6px; font: 500 12.5px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; overflow-x: auto; }
.suggested { list-style: none; margin: 0; padding: 0; display: grid; gap: 14px; }
.suggested pre { margin: 6px 0; }
`);
