// The data manager's page, on top of the auditor's style: strips, progress, files.

import { sheet } from '../theme.js';

export const batchesStyle = sheet(`
.stale { margin-inline-start: auto; color: var(--bad); }
.with-action { display: flex; align-items: center; justify-content: space-between; gap: 16px; }
.head h1 .state { font-size: 14px; font-weight: 400; }
.batches td, .batches tbody th { padding-block: 9px; }
.batches tbody th, .person { font-weight: 600; white-space: nowrap; }
.state { white-space: nowrap; }
.batches .state .quiet { display: block; font-size: 12.5px; margin-top: 2px; }
.strip { display: inline-flex; gap: 3px; }
.strip i, .stages h3 i { font-style: normal; display: grid; place-items: center; width: 22px; height: 20px; border-radius: 5px; font: 600 11.5px/1 IBMPlexSans, "IBM Plex Sans", system-ui, sans-serif; border: 1px solid transparent; }
.strip .icon, .stages h3 .icon { width: 12px; height: 12px; stroke-width: 2; }
.strip .passed, .stages .passed { background: var(--good-tint); color: var(--good); }
.strip .ahead, .stages .ahead { border-color: var(--line); color: var(--ink-quiet); }
.strip .current, .stages .current { background: var(--accent-tint); color: var(--accent-deep); border: 2px solid var(--accent); width: 28px; }
:is(.strip, .stages) .current:is(.held, .waiting) { background: var(--care-tint); color: var(--care); border-color: var(--care); }
:is(.strip, .stages) .current:is(.failed, .stopped) { background: var(--bad-tint); color: var(--bad); border-color: var(--bad); }
.stage-name { display: block; font-size: 12.5px; color: var(--ink-quiet); margin-top: 2px; white-space: nowrap; }
.wait { display: block; }
.wait a { text-decoration: underline; white-space: nowrap; }
tbody tr:last-child :is(th, td) { border-bottom: 0; }
.waits { min-width: 220px; max-width: 420px; }
td.waits .because { max-width: none; }
.progress { display: inline-grid; gap: 3px; font-variant-numeric: tabular-nums; white-space: nowrap; font-size: 13px; }
progress { appearance: none; width: 130px; height: 8px; border: 0; border-radius: 4px; background: #e3e7ec; overflow: hidden; }
progress::-webkit-progress-bar { background: #e3e7ec; }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
.start { display: grid; grid-template-columns: 220px minmax(0, 1fr); gap: 14px 28px; align-items: start; margin-top: 10px; }
.start .field :is(select, input) { max-width: none; width: 100%; }
.start .about { display: grid; gap: 12px; }
.drop { padding: 12px 14px; border: 1px dashed var(--line-strong); border-radius: 8px; display: grid; gap: 6px; }
.drop input { border: 0; padding: 0; width: 130px; font-size: 0; background: transparent; }
.drop input::file-selector-button { min-height: 34px; padding: 0 14px; font: 400 14px/1.45 IBMPlexSans, "IBM Plex Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); border: 1px solid var(--line-strong); border-radius: 8px; cursor: pointer; }
.files { list-style: none; display: grid; gap: 4px; }
.files li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 2px 4px 2px 10px; background: var(--ground); border-radius: 6px; border-inline-start: 3px solid var(--accent); }
.files .refused { border-color: var(--bad); background: var(--bad-tint); }
.files .name { font-weight: 600; overflow-wrap: anywhere; }
.files .button { min-height: 28px; padding: 0 6px; margin-inline-start: auto; }
.files .fault { flex-basis: 100%; color: var(--bad); padding-bottom: 4px; }
.actions { grid-column: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.message.bad { color: var(--bad); }
.message.good { color: var(--good); }
.stages { list-style: none; display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 12px; }
.stages li { padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; }
.stages .here { border: 2px solid var(--accent); padding: 9px 11px; }
.stages h3, .gate-head h3 { font-size: 14px; font-weight: 600; }
.stages h3 { display: flex; align-items: center; gap: 8px; margin-bottom: 4px; }
.stages dl div { display: flex; gap: 6px; align-items: baseline; }
.stages dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.stages dt { color: var(--ink-quiet); font-size: 13px; }
.stages a { font-size: 13px; }
#shortage { border-inline-start: 5px solid #e69f00; }
.gold-items { list-style: none; display: grid; gap: 10px; }
.gold-items li { padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; display: grid; gap: 8px; }
.gold-items .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.gold-items .row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; }
.gold-items .row .button:first-of-type { margin-inline-start: auto; }
.overdue { color: var(--bad); }
@media (max-width: 1000px) { .stages, .start { grid-template-columns: minmax(0, 1fr); } .actions { grid-column: 1; } }
`);
