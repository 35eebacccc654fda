import { sheet } from '../theme.js';

export const decisionStyle = sheet(`
:host { container: decision / inline-size; }
.frame { position: relative; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; min-height: 320px; }
.frame > .panel { min-height: 320px; }
.top .width { float: inline-end; margin: -6px -12px 0 12px; min-height: 32px; font-size: 14px; }
.top { padding: 20px 26px 18px; border-bottom: 1px solid var(--line); }
.top .eyebrow { color: var(--ink-quiet); font-size: 13px; }
.top h1 { font-size: 24px; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
.top .facts { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 4px; color: var(--ink-quiet); font-size: 14px; }
.top .facts b { font-weight: 500; color: var(--ink); overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(320px, 400px); }
.facts-side { padding: 20px 26px 28px; min-width: 0; display: grid; gap: 26px; align-content: start; }
.decision-side { padding: 20px 22px 24px; background: var(--ground); border-inline-start: 1px solid var(--line); }
.decision-side form, .decision-side > div { position: sticky; top: 12px; }
h2 { font-size: 15px; font-weight: 600; margin-bottom: 8px; }
.because { font-size: 19px; line-height: 1.5; text-wrap: pretty; max-width: 62ch; padding-inline-start: 14px; border-inline-start: 4px solid #e69f00; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: start; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
thead th { color: var(--ink-quiet); font-weight: 500; font-size: 13px; padding-top: 0; }
tbody th { font-weight: 400; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:last-child, th:last-child { padding-inline-end: 0; }
.deciding .first { font-size: 17px; }
.deciding .first strong { font-size: 30px; font-weight: 600; font-variant-numeric: tabular-nums; margin-inline-end: 6px; }
.limit-bar { position: relative; height: 14px; margin: 8px 0 6px; max-width: 520px; border-radius: 4px; background: #e8ebef; }
.limit-bar i { position: absolute; inset-block: 0; min-width: 2px; border-radius: 4px; background: #e69f00; }
.limit-bar b { position: absolute; inset-block: -4px; width: 3px; margin-inline-start: -1px; border-radius: 2px; background: var(--ink); }
.deciding .limit { color: var(--ink-quiet); font-size: 14px; }
.links { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; }
.links a { color: var(--accent); text-decoration: underline; }
.figures { max-width: 520px; }
.figures td { font-weight: 600; }
.bar-cell { width: 46%; }
.bar-cell div { height: 12px; border-radius: 3px; background: var(--label-bright); min-width: 2px; }
.checks { list-style: none; display: grid; gap: 8px; }
.checks li { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 10px; align-items: start; }
.checks .mark { width: 22px; height: 22px; border-radius: 50%; display: grid; place-items: center; background: var(--good-tint); color: var(--good); }
.checks .failed .mark { background: var(--bad-tint); color: var(--bad); }
.checks b { font-weight: 600; }
.checks .failed b { color: var(--bad); }
.checks p { color: var(--ink-quiet); font-size: 14px; }
.quality { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 18px 24px; }
.quality dt { color: var(--ink-quiet); font-size: 13px; }
.quality dd { font-size: 24px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.quality dd.none { font-size: 15px; font-weight: 400; color: var(--ink-quiet); line-height: 32px; }
.quality dd small { display: block; font-size: 13px; font-weight: 400; color: var(--ink-quiet); }
.interval { position: relative; height: 8px; margin: 6px 0 2px; border-radius: 4px; background: #e8ebef; max-width: 180px; }
.interval i { position: absolute; inset-block: 0; border-radius: 4px; background: var(--accent); min-width: 4px; }
.overrides { padding: 14px 16px 16px; border: 1px solid var(--line); border-inline-start: 4px solid #e69f00; border-radius: var(--radius); background: var(--care-tint); }
.overrides h2 { margin-bottom: 2px; }
.overrides .lead { font-size: 14px; }
.overrides article { margin-top: 12px; padding: 12px 14px; background: var(--paper); border-radius: var(--radius); }
.overrides h3 { font-size: 14px; font-weight: 600; overflow-wrap: anywhere; }
.overrides .because { font-size: 16px; margin-block: 6px 10px; }
.overrides dl { display: flex; flex-wrap: wrap; gap: 4px 22px; font-size: 14px; }
.overrides dl div { display: flex; gap: 6px; }
.overrides dt { color: var(--ink-quiet); }
.overrides dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.overrides .who { margin-top: 10px; font-size: 14px; overflow-wrap: anywhere; }
details { border: 1px solid var(--line); border-radius: var(--radius); }
summary { cursor: pointer; padding: 10px 14px; font-weight: 600; border-radius: var(--radius); }
details .document { padding: 4px 16px 12px; font-size: 14px; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font-size: 15px; font-weight: 600; padding: 0; margin-bottom: 10px; }
.option { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 0 10px; padding: 11px 12px; margin-bottom: 8px; background: var(--paper); border: 1px solid #c3c9d2; border-radius: var(--radius); cursor: pointer; }
.option:hover { border-color: var(--accent); }
.option:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-tint); }
.option:has(:disabled) { cursor: default; background: var(--ground); border-color: var(--line); }
.option:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.option input { width: 18px; height: 18px; margin: 2px 0 0; accent-color: var(--accent); outline: none; }
.option b { font-weight: 600; }
.option span { display: block; grid-column: 2; color: var(--ink-quiet); font-size: 13.5px; line-height: 1.4; }
.reason { display: block; margin-top: 14px; }
.reason .label { display: flex; gap: 8px; font-weight: 600; }
.reason .label i { font-style: normal; font-weight: 400; color: var(--ink-quiet); }
.reason .help { font-size: 13.5px; color: var(--ink-quiet); margin-bottom: 6px; line-height: 1.4; }
textarea { display: block; width: 100%; min-height: 92px; padding: 8px 10px; resize: vertical; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius); }
textarea[aria-invalid="true"] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.message { color: var(--bad); font-size: 14px; margin-top: 10px; min-height: 1.5em; }
.send { width: 100%; min-height: 42px; margin-top: 6px; }
.blocked { display: grid; gap: 2px; padding: 10px 12px; margin-bottom: 12px; border-radius: var(--radius); background: var(--care-tint); color: var(--care); font-size: 14px; }
.blocked b { font-weight: 600; }
@container decision (width < 760px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .decision-side { border-inline-start: 0; border-top: 1px solid var(--line); }
  .top, .facts-side, .decision-side { padding-inline: 18px; }
}
@media (max-height: 760px) {
  .top { padding-block: 12px 10px; }
  .facts-side, .decision-side { padding-block: 14px; }
  .option { padding-block: 7px; margin-bottom: 6px; }
  .reason { margin-top: 8px; }
  textarea { min-height: 64px; height: 64px; }
  .message { margin-top: 4px; }
}
`);
