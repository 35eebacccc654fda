import { sheet } from '../theme.js';

export const revisionStyle = sheet(`
.columns { grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); }
.work-side { padding: 20px 22px 24px; background: var(--ground); border-inline-start: 1px solid var(--line); display: grid; gap: 16px; align-content: start; min-width: 0; }
.work-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; }
.work-head h2 { margin: 0; }
.work-head .saved { color: var(--ink-quiet); font-size: 13.5px; margin-inline-start: auto; }
.desk { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px; height: clamp(280px, 46vh, 720px); }
.desk > div { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
.desk .label, .note .label { font-weight: 600; font-size: 13.5px; margin-bottom: 4px; }
.desk textarea { flex: 1; min-height: 0; height: auto; resize: none; font: 13px/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
.preview { flex: 1; min-height: 0; overflow: auto; padding: 10px 14px; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); font-size: 14px; }
.note textarea { min-height: 56px; height: 56px; }
.note .help { font-size: 13.5px; color: var(--ink-quiet); margin-bottom: 6px; }
.again { font-size: 14px; }
.again b { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.actions .primary { min-height: 42px; white-space: normal; }
.message { margin: 0; }
.message:empty { display: none; }
.theirs { background: var(--care-tint); border-color: #ecd9ab; }
.theirs summary { color: var(--care); }
.theirs pre { max-height: 260px; overflow: auto; margin: 0; padding: 10px 14px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; background: var(--paper); }
.keep { background: var(--paper); }
.keep > div { padding: 4px 14px 14px; display: grid; gap: 8px; }
.keep textarea { min-height: 60px; height: 60px; }
.keep .button { justify-self: start; }
.classes td, .classes th { padding-block: 6px; }
.classes label { display: flex; align-items: center; gap: 8px; cursor: pointer; font-weight: 400; }
.classes input { width: 18px; height: 18px; margin: 0; flex: none; accent-color: var(--accent); }
.classes .unclear label { font-weight: 600; }
.badge { display: inline-block; padding: 0 7px; border-radius: 9px; background: var(--care-tint); color: var(--care); font-size: 12.5px; font-weight: 500; white-space: nowrap; }
.measure { min-width: 120px; }
.measure .interval { max-width: none; margin: 2px 0; }
.measure .interval b { position: absolute; inset-block: -3px; width: 1px; background: var(--ink-quiet); }
.measure small { display: block; color: var(--ink-quiet); font-size: 12.5px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.pairs { display: grid; gap: 8px; margin-top: 8px; }
.pairs summary { font-weight: 400; }
.pairs summary b { font-weight: 600; }
.pairs summary span { color: var(--ink-quiet); font-size: 13.5px; }
.examples { list-style: none; display: grid; gap: 10px; padding: 2px 14px 14px; }
.examples li { padding-top: 10px; border-top: 1px solid var(--line); font-size: 14px; }
.examples .given { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.examples .given span { padding: 0 8px; border-radius: 10px; font-size: 12.5px; background: var(--label-tint); color: var(--label-ink); border: 1px solid var(--label-bright); }
.mask { padding: 0 4px; border-radius: 4px; background: #eceff3; color: var(--ink-quiet); font-size: .92em; }
.quiet-line { color: var(--ink-quiet); font-size: 13.5px; }
@container decision (width < 1000px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .work-side { border-inline-start: 0; border-top: 1px solid var(--line); }
}
@container decision (width < 640px) {
  .desk { grid-template-columns: minmax(0, 1fr); height: auto; }
  .desk textarea { height: 300px; flex: none; }
  .preview { max-height: 300px; }
}
`);
