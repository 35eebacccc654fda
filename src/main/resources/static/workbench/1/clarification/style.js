import { sheet } from '../theme.js';

export const clarificationStyle = sheet(`
.lead { font-size: 17px; line-height: 1.5; max-width: 66ch; text-wrap: pretty; }
.mixed { display: grid; gap: 6px; list-style: none; margin-top: 10px; }
.mixed li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 8px; padding: 8px 12px; background: var(--ground); border-radius: var(--radius); }
.mixed .times { margin-inline-start: auto; color: var(--ink-quiet); font-size: 14px; font-variant-numeric: tabular-nums; }
.tag { padding: 0 8px; border-radius: 10px; background: var(--label-tint); color: var(--label-ink); border: 1px solid var(--label-bright); font-weight: 500; }
.classes { display: grid; grid-template-columns: repeat(auto-fit, minmax(340px, 1fr)); gap: 16px; }
.class { border: 1px solid var(--line); border-top: 4px solid var(--label-bright); border-radius: var(--radius); padding: 12px 16px 14px; min-width: 0; }
.class h3 { font-size: 17px; font-weight: 600; color: var(--label-ink); }
.class .hint { color: var(--ink-quiet); font-size: 14px; margin-bottom: 8px; }
.class h4 { font-size: 13px; font-weight: 600; color: var(--ink-quiet); margin: 12px 0 4px; }
.class .document { font-size: 14px; line-height: 1.5; }
.examples { list-style: none; display: grid; gap: 8px; }
.examples li { padding: 8px 12px; font-size: 14px; background: var(--ground); border-radius: var(--radius); overflow-wrap: anywhere; }
.mask { padding: 0 4px; border-radius: 4px; background: #e4e8ed; color: var(--ink-quiet); font-size: .92em; }
.next { display: grid; gap: 10px; margin-bottom: 18px; }
.next li { margin-inline-start: 18px; }
.send kbd { margin-inline-start: 8px; }
`);
