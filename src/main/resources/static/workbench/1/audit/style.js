// The auditor's page: calm, dense, fit for paper.

import { sheet } from '../theme.js';

export const auditStyle = sheet(`
:host { font-size: 14px; line-height: 1.45; background: var(--ground); min-height: 100%; }
main { max-width: 1360px; margin: 0 auto; padding: 0 24px 24px; outline: none; }
a { color: var(--accent); text-decoration: none; }
a:hover, .eyebrow a { text-decoration: underline; }
code { font: 500 12.5px/1.4 "IBM Plex Mono", ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.id { font: 500 12.5px/1.4 "IBM Plex Mono", ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.quiet, .system { color: var(--ink-quiet); }
.person { font-weight: 600; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
q { quotes: "“" "”"; margin-inline-start: 6px; }
.foot { max-width: 1360px; margin: 0 auto; padding: 0 24px 32px; color: var(--ink-quiet); font-size: 13px; }

.bar { display: flex; align-items: center; gap: 4px; padding: 8px 24px; background: var(--paper); border-bottom: 1px solid var(--line); }
.bar > a { padding: 7px 12px; border-radius: 6px; color: var(--ink); }
.bar > a:hover { background: var(--ground); text-decoration: none; }
.bar > a[aria-current] { background: var(--accent-tint); color: var(--accent-deep); font-weight: 600; }
.search { margin-inline-start: auto; display: flex; gap: 8px; align-items: center; }
.search input { width: 340px; }
.search .answer { color: var(--bad); }
input, select { min-height: 34px; padding: 0 10px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: 6px; font: inherit; color: inherit; }
.button { min-height: 34px; text-decoration: none; color: inherit; }
a.button:hover { text-decoration: none; }

.head { padding: 20px 0 16px; }
.head h1 { font-size: 24px; font-weight: 600; line-height: 1.3; display: flex; flex-wrap: wrap; align-items: center; gap: 12px; overflow-wrap: anywhere; }
.head h1.long { font: 600 19px/1.4 "IBM Plex Mono", ui-monospace, Consolas, monospace; }
.eyebrow { color: var(--ink-quiet); font-size: 13px; }
.because { margin-top: 6px; padding-inline-start: 12px; border-inline-start: 3px solid #e69f00; max-width: 90ch; }
td .because { display: block; margin-top: 2px; font-size: 13px; max-width: 46ch; }
.facts { display: flex; flex-wrap: wrap; gap: 10px 32px; margin-top: 12px; }
.facts dt { color: var(--ink-quiet); font-size: 12.5px; }
.facts dd { overflow-wrap: anywhere; }
.facts .line { display: block; }
.facts b { font-weight: 600; }

.chip { display: inline-block; padding: 0 8px; border-radius: 999px; font-size: 12.5px; font-weight: 600; line-height: 20px; background: #eceff3; color: #3b4654; white-space: nowrap; }
.chip.good { background: var(--good-tint); color: var(--good); }
.chip.care { background: var(--care-tint); color: var(--care); }
.chip.bad { background: var(--bad-tint); color: var(--bad); }

.jumps { position: sticky; top: 0; z-index: 5; display: flex; gap: 2px; margin: 0 -8px 12px; padding: 4px 0; background: var(--ground); }
.jumps .button { min-height: 30px; color: var(--accent-deep); }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 16px 20px 18px; margin-bottom: 16px; scroll-margin-top: 44px; }
.section-head { display: flex; align-items: baseline; gap: 12px; margin-bottom: 10px; }
h2 { font-size: 16px; font-weight: 600; }
.note { color: var(--ink-quiet); font-size: 13px; }
.none { color: var(--ink-quiet); padding: 8px 0; }
.more { margin-top: 12px; }
.counts + .counts { margin-top: 22px; }
.take-away { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 10px; }
.verdict { margin-bottom: 10px; }
.erasure { display: grid; gap: 10px; max-width: 720px; }
.erasure .field input { max-width: none; }
section .facts { margin: 0 0 14px; }

.filters { display: flex; flex-wrap: wrap; gap: 10px; margin-bottom: 10px; align-items: end; }
.field { display: grid; gap: 2px; font-size: 12.5px; color: var(--ink-quiet); }
.field input, .field select { font-size: 14px; color: var(--ink); min-width: 130px; max-width: 160px; }
.field input[type=datetime-local] { min-width: 220px; max-width: 220px; }
.field.take { margin-inline-start: auto; }
.field.take > div { display: flex; gap: 6px; }
.field.take .button { font-size: 14px; color: var(--ink); }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--ink-quiet); font-weight: 500; font-size: 12.5px; vertical-align: bottom; }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: #fafbfc; }
td.number, th.number { text-align: end; padding-inline-end: 24px; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:last-child, th:last-child { padding-inline-end: 0; }
.narrow { max-width: 420px; }
.object { display: inline-block; min-width: 150px; white-space: nowrap; }
.object i, .pair i { font-style: normal; color: var(--ink-quiet); }
.pair { margin-inline-end: 12px; }
.differs, .wrong { color: var(--bad); }

.runs { display: flex; flex-wrap: wrap; gap: 2px; margin: 0 -10px 4px; }
.runs .button { min-height: 30px; }
.canvas { height: 340px; margin-top: 8px; border: 1px solid var(--line); border-radius: 8px; background: #fff; overflow: hidden; position: relative; }
.stage { height: 100%; }
.walked:not(.djs-connection) .djs-visual > :nth-child(1) { stroke: #1d5f8a !important; stroke-width: 2.5px !important; fill: #e9f2f8 !important; }
.walked.djs-connection .djs-visual > :nth-child(1) { stroke: #1d5f8a !important; stroke-width: 3px !important; }
.there-now .djs-visual > :nth-child(1) { stroke: #7a4f00 !important; stroke-width: 3px !important; fill: #fdf4e1 !important; }
.idle:not(.djs-connection) .djs-visual { opacity: .4; }
.idle.djs-connection .djs-visual { opacity: .6; }
.idle.djs-connection .djs-visual > :nth-child(1) { stroke: #c3c9d2 !important; }
.djs-outline { display: none !important; }
.opens { cursor: pointer; }
.took { white-space: nowrap; font: 500 11.5px/14px IBMPlexSans, "IBM Plex Sans", system-ui, sans-serif; color: var(--accent-deep); }
details { border: 1px solid var(--line); border-radius: 8px; margin-top: 10px; background: var(--paper); }
summary { cursor: pointer; padding: 7px 12px; color: var(--accent-deep); border-radius: 8px; }
summary:hover { background: var(--ground); }
.fold-body { padding: 4px 14px 14px; }

.gates { list-style: none; display: grid; }
.gate { padding: 14px 0; border-top: 1px solid var(--line); }
.gate:first-child { border-top: 0; padding-top: 2px; }
.gate:last-child { padding-bottom: 0; }
.gate-head { display: flex; align-items: baseline; flex-wrap: wrap; gap: 4px 10px; }
.gate details { border: 0; margin-top: 6px; }
.gate summary { padding: 2px 0; }
.gate .fold-body { padding: 8px 0 4px; }
.gate-head h3 { font-size: 15px; font-weight: 600; }
.sentence { margin: 4px 0 8px; max-width: 100ch; }
.inputs { display: flex; flex-wrap: wrap; gap: 4px 24px; }
.inputs > div { display: flex; gap: 8px; }
.inputs dt { color: var(--ink-quiet); }
.inputs dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.resolution { margin-top: 10px; padding: 8px 12px; border-radius: 8px; background: var(--care-tint); color: #4f3500; }
.decision > p { max-width: 100ch; margin-bottom: 10px; }
.decision th.cell, .decision td.cell { border-inline-start: 1px solid var(--line); padding-inline-start: 10px; min-width: 84px; }
.decision td.out, .decision th.out { background: #fafbfc; }
.decision .annotation { border-inline-start: 1px solid var(--line); padding-inline-start: 10px; min-width: 220px; color: var(--ink-quiet); font-size: 13px; }
.decision tr.fired td { background: #fff6df; }
.decision .wide { min-width: 260px; }
.decision .any { color: var(--ink-quiet); }
.decision .saw { display: block; color: var(--ink); font-weight: 600; }
.mark { color: var(--care); }
.guideline { white-space: pre-wrap; font: inherit; max-width: 100ch; margin: 0; }

.answer-box { background: var(--paper); border: 1px solid var(--line); border-inline-start: 5px solid var(--accent); border-radius: 10px; padding: 14px 20px 16px; margin-bottom: 16px; }
.answer-box .label { font-size: 26px; font-weight: 600; line-height: 1.3; }
.spans { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; }
.spans q { overflow-wrap: anywhere; }
.text mark { background: #ffe9a8; color: inherit; border-radius: 2px; }
.answer-box p:last-child { font-size: 15px; margin-top: 4px; max-width: 110ch; }
.text { margin: 0; padding: 12px 16px; background: var(--ground); border-radius: 8px; white-space: pre-wrap; max-width: 100ch; font-size: 15px; }

@media (max-width: 1100px) { .search input { width: 220px; } main, .bar { padding-inline: 14px; } }
@media print {
  :host { background: #fff; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .bar, .jumps, .filters, .more, .runs, .foot .screen { display: none; }
  section, .answer-box { border-color: #bbb; border-radius: 0; break-inside: auto; padding: 10px 0; border-width: 1px 0 0; }
  .gate, tr, .facts > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .canvas { height: auto; border: 0; break-inside: avoid; }
  .stage { width: var(--drawn-width); height: var(--drawn-height); zoom: var(--paper-zoom); }
  .chip, .resolution, .fired td, .stage { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details:not([open]) { display: none; }
  a { color: inherit; }
}
`);
