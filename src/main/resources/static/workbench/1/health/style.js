import { sheet } from '../theme.js';

export const healthStyle = sheet(`
.behind { display: inline-block; font-size: 13.5px; color: var(--accent); text-decoration: underline; }
.intro { color: var(--ink-quiet); font-size: 14px; }
.facts label { display: inline-flex; gap: 8px; align-items: center; }
select { font: inherit; color: var(--ink); padding: 3px 8px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: 6px; }
.facts-side { gap: 18px; padding-block: 16px 24px; }
.metrics { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
.metric { min-width: 0; padding: 14px 16px 12px; border: 1px solid var(--line); border-radius: var(--radius); }
.metric h2 { margin: 0; }
.about { color: var(--ink-quiet); font-size: 13px; }
.figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; margin: 4px 0 2px; }
.figure b { font-size: 28px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figure span { color: var(--ink-quiet); font-size: 14px; }
.figure.none b { font-size: 20px; line-height: 36px; color: var(--ink-quiet); }
.chart { height: 132px; overflow: hidden; }
.notes { display: grid; gap: 2px; margin-top: 4px; font-size: 14px; line-height: 1.4; }
.small { color: var(--ink-quiet); font-size: 13px; overflow-wrap: anywhere; }
.stages { margin-top: 10px; }
.stages h3 { font-size: 13px; font-weight: 600; margin-bottom: 2px; }
.metric table { font-size: 13px; }
.metric th, .metric td { padding-block: 4px; }
.metric td:last-child { padding-inline-end: 0; }
.bar { width: 30%; }
.part { height: 8px; min-width: 2px; border-radius: 3px; background: var(--accent); }
.metric details { border: 0; margin-top: 6px; }
.metric summary { padding: 2px 0; font-size: 13px; font-weight: 500; color: var(--accent-deep); }
.side { display: grid; gap: 18px; }
.side .hint { color: var(--ink-quiet); font-size: 13.5px; line-height: 1.4; }
.side fieldset .hint { margin: -6px 0 10px; }
.decided { margin-top: 6px; font-size: 14px; }
.decided b { font-weight: 500; }
.option small { grid-column: 2; color: var(--ink-quiet); font-size: 12.5px; overflow-wrap: anywhere; }
.option b { font-size: 14.5px; line-height: 1.4; }
.minutes { display: grid; gap: 4px; }
.minutes label { font-weight: 600; }
@container decision (width < 1080px) {
  .metrics { grid-template-columns: minmax(0, 1fr); }
}
`);
