// Quality and calculator, on top of the auditor's style.

import { sheet } from '../theme.js';

export const qualityStyle = sheet(`
.headline { font-size: 20px; line-height: 1.4; font-weight: 600; max-width: 70ch; margin-top: 8px; text-wrap: balance; }
.dot { display: block; }
.dot .axis, .dot .mark { stroke: #cfd5dd; stroke-width: 1; }
.dot .whisker { stroke: var(--accent); stroke-opacity: .45; stroke-width: 4; stroke-linecap: round; }
.dot circle { fill: var(--accent); }
.dot.care .whisker { stroke: #b06d00; } .dot.care circle { fill: var(--care); }
.figures td, .figures th { vertical-align: middle; }
.figures .value { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures .why { color: var(--ink-quiet); max-width: 52ch; }
.figures tbody th { font-weight: 500; }
.figures tbody th small { display: block; font-weight: 400; color: var(--ink-quiet); font-size: 12.5px; }
.ruler text { font-size: 10.5px; fill: var(--ink-quiet); }
.figures td.opens-below { text-align: end; }
.how { min-height: 26px; padding: 0 8px; font-size: 13px; color: var(--accent-deep); }
.how[aria-expanded=true] { background: var(--accent-tint); }
.figures tr.details > td { padding: 0; border-bottom: 1px solid var(--line); }
.figures tr.has-details > * { border-bottom: 0; }
.figures tr.details:hover { background: none; }
.figures tbody tr:last-child > * { border-bottom: 0; }
.ask .name:empty { display: none; }
.working { border-inline-start: 3px solid var(--accent); padding: 4px 0 4px 16px; margin: 4px 0 12px; display: grid; gap: 10px; max-width: 120ch; }
.working h3 { font-size: 13px; font-weight: 600; }
.working .facts { margin: 0; }
.put-in { display: inline-block; margin-inline-end: 16px; font-variant-numeric: tabular-nums; }
.left-out { padding-inline-start: 18px; }
.heat-map { width: auto; border-collapse: separate; border-spacing: 2px; font-variant-numeric: tabular-nums; }
.heat-map th, .heat-map td { vertical-align: middle; border: 0; padding: 5px 10px; text-align: center; white-space: nowrap; font-size: 13px; }
.heat-map th[scope=row] { text-align: end; font-weight: 500; }
.heat-map thead th { color: var(--ink); font-weight: 500; }
.heat-map .heat { min-width: 58px; border-radius: 4px; background: #f1f3f6; }
.heat-map .margin { color: var(--ink-quiet); }
.heat.same.s1 { background: #e3eff7; } .heat.same.s2 { background: #cfe3f0; } .heat.same.s3 { background: #b9d5e8; }
.heat.same.s4 { background: #a0c5de; } .heat.same.s5 { background: #86b4d3; } .heat.same.s6 { background: #6fa5c8; }
.heat.other.s1 { background: #fdf3e1; } .heat.other.s2 { background: #fbe6c2; } .heat.other.s3 { background: #f8d69c; }
.heat.other.s4 { background: #f4c473; } .heat.other.s5 { background: #efb04b; } .heat.other.s6 { background: #e89c25; }
.share-bar { width: 220px; }
.share-bar div { height: 10px; min-width: 2px; border-radius: 3px; background: var(--accent); }
.pair-of { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; }
.pair-of h3 { font-size: 13.5px; font-weight: 600; margin-bottom: 4px; }
.chart { height: 132px; overflow: hidden; }
.lead { max-width: 90ch; margin-bottom: 10px; }
.ask { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 20px; align-items: start; }
.ask .side { display: grid; gap: 12px; }
.ask .field select, .ask .field input { max-width: none; width: 100%; }
.ask textarea { width: 100%; min-height: 190px; padding: 10px 12px; border: 1px solid var(--line-strong); border-radius: 8px; font: 400 13px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; background: var(--paper); resize: vertical; }
.ask .dropping textarea { border-color: var(--accent); background: var(--accent-tint); }
.ask .hint { color: var(--ink-quiet); font-size: 13px; }
.ask .paste { display: grid; gap: 6px; }
.ask .name { font-weight: 600; }
.ask .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.message.bad { color: var(--bad); max-width: 90ch; }
.take { display: flex; gap: 8px; margin-top: 12px; }
.meanings dt { font-weight: 600; margin-top: 12px; } .meanings dd { max-width: 100ch; } .meanings code { display: block; color: var(--ink-quiet); }
@media (max-width: 1000px) { .ask, .pair-of { grid-template-columns: minmax(0, 1fr); } }
`);
