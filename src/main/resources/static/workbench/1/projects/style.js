// The page of projects, on top of the auditor's style.

import { sheet } from '../theme.js';

export const projectsStyle = sheet(`
.with-action { display: flex; align-items: center; justify-content: space-between; gap: 16px; }
.saved { margin-inline-start: auto; color: var(--ink-quiet); font-size: 13px; }
.saved.bad { color: var(--bad); }
.projects td, .projects tbody th { padding-block: 9px; }
.projects tbody th { font-weight: 600; }
.projects tbody tr:last-child th { border-bottom: 0; }
.projects .quiet { display: block; font-size: 12.5px; font-weight: 400; }
.row-actions { display: flex; gap: 8px; justify-content: flex-end; }
.begin { display: grid; gap: 16px; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 10px; border: 0; margin: 0; padding: 0; }
.ways legend { font-weight: 600; margin-bottom: 8px; }
.way { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; align-items: start; align-content: start; }
.way:has(input:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-tint); }
.way input { min-height: 0; margin-top: 3px; }
.way b { font-weight: 600; }
.way span { grid-column: 2; color: var(--ink-quiet); font-size: 13px; }
.pair { display: flex; flex-wrap: wrap; gap: 14px 20px; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.message { min-height: 1.4em; }
.message.bad { color: var(--bad); }
.message.good { color: var(--good); }
.head h1 .button { font-size: 14px; font-weight: 400; }
.head h1 select { min-width: 16em; }
.note + .settings, .settings + *, .changes + * { margin-top: 12px; }
.columns { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 24px; align-items: start; }
.contents { position: sticky; top: 12px; display: grid; gap: 2px; }
.contents a { padding: 6px 10px; border-radius: 6px; color: var(--ink); }
.contents a:hover { background: #eceff3; text-decoration: none; }
.contents a.faulty::after { content: " mend"; color: var(--bad); font-size: 12.5px; }
.settings { display: grid; gap: 16px 28px; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); max-width: 1020px; }
.setting { display: grid; gap: 3px; align-content: start; }
.setting.wide { grid-column: 1 / -1; }
.setting > label, .setting .title { font-weight: 600; }
.setting .help { color: var(--ink-quiet); font-size: 13px; max-width: 70ch; }
.setting input[type=number] { width: 130px; }
.setting .switch { display: flex; gap: 10px; align-items: center; font-weight: 600; }
.setting .switch input { min-height: 0; width: 18px; height: 18px; }
.setting .fault, .fault { color: var(--bad); font-size: 13px; }
textarea { width: 100%; min-height: 92px; padding: 8px 10px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); line-height: 1.45; resize: vertical; }
textarea.code { font: 400 13px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; }
.labels { display: grid; gap: 4px; margin: 10px 0; }
.labels .line, .labels .names { display: grid; grid-template-columns: 40px 132px minmax(120px, 1fr) minmax(120px, 1fr) minmax(140px, 2fr) 84px 112px; gap: 8px; align-items: center; }
.labels .names { color: var(--ink-quiet); font-size: 12.5px; }
.labels .line { content-visibility: auto; contain-intrinsic-size: auto 38px; }
.labels .line input:not([type=checkbox]), .labels .line select { width: 100%; min-width: 0; }
.labels .line .key { padding-inline: 0; text-align: center; font-weight: 600; }
.labels .line .key::placeholder { font-weight: 400; }
.labels .colour { display: flex; gap: 6px; align-items: center; }
.labels .colour i { flex: none; width: 14px; height: 14px; border-radius: 4px; background: var(--label-bright); }
.labels .moves { display: flex; }
.labels .moves .button { min-height: 30px; padding: 0 8px; }
.labels .risk { display: grid; place-items: center; }
.labels input[type=checkbox] { min-height: 0; width: 16px; height: 16px; }
.side-by-side { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 18px; align-items: start; }
.side-by-side textarea { min-height: 320px; }
.preview { padding: 10px 16px; border: 1px solid var(--line); border-radius: 8px; background: #fcfcfd; min-height: 120px; overflow-wrap: anywhere; }
.preview :is(h1, h2, h3) { font-size: 15px; font-weight: 600; margin: 10px 0 4px; }
.preview h1 { font-size: 18px; }
.preview :is(p, ul, ol, table) { margin: 0 0 8px; }
.preview :is(ul, ol) { padding-inline-start: 22px; }
.preview.plain { white-space: pre-wrap; }
.preview mark { background: var(--care-tint); color: var(--care); border-radius: 3px; padding: 0 2px; }
.file-trial { margin-top: 18px; padding-top: 14px; border-top: 1px solid var(--line); }
.side-by-side #trial { min-height: 150px; }
.file-trial input[type=file] { height: auto; padding: 5px 8px; }
.file-trial .notice { margin-top: 8px; }
.file-trial dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; }
.file-trial dt { color: var(--ink-quiet); }
.file-trial dd { margin: 0; overflow-wrap: anywhere; }
.file-trial .preview { max-height: 420px; overflow-y: auto; }
.file-trial img { max-width: 100%; max-height: 420px; border: 1px solid var(--line); border-radius: 8px; justify-self: start; }
.kinds { columns: 3 240px; column-gap: 28px; }
.kinds label { display: flex; justify-content: space-between; gap: 10px; align-items: center; padding: 3px 0; break-inside: avoid; }
.kinds select { min-height: 30px; }
.first-rows { margin: 8px 0 20px; border: 1px solid var(--line); border-radius: 8px; }
.first-rows :is(td, th) { max-width: 34ch; vertical-align: top; overflow-wrap: anywhere; }
.first-rows :is(td, th):first-child { padding-inline-start: 12px; white-space: nowrap; }
.first-rows tbody tr:last-child th { border-bottom: 0; }
.first-rows tbody th { color: var(--ink-quiet); font-weight: 400; }
.first-rows .uses :is(td, th) { background: var(--accent-tint); }
.first-rows :is(td, th):not(:first-child) { min-width: 13ch; }
.first-rows .uses select { max-width: 25ch; }
.first-rows .uses .refused, .first-rows tr.refused td { background: var(--bad-tint); }
#shares h3 { font-size: 15px; font-weight: 600; margin: 22px 0 8px; }
.changes td { max-width: 46ch; overflow-wrap: anywhere; }
.changes .before { color: var(--bad); }
.changes .after { color: var(--good); }
.faults { list-style: none; display: grid; gap: 6px; margin: 8px 0 14px; }
.faults li { padding: 6px 12px; border-inline-start: 3px solid var(--bad); background: var(--bad-tint); border-radius: 6px; }
.clean { padding: 8px 12px; border-inline-start: 3px solid var(--good); background: var(--good-tint); border-radius: 6px; margin: 8px 0 14px; }
.notice { padding: 12px 16px; border-radius: 8px; background: var(--care-tint); border-inline-start: 4px solid #e69f00; margin-bottom: 14px; display: grid; gap: 8px; }
.text .gone { color: var(--bad); text-decoration: line-through; }
.text .come { color: var(--good); font-weight: 600; }
.text span { display: block; min-height: 1.4em; }
@media (max-width: 1000px) { .columns, .side-by-side { grid-template-columns: minmax(0, 1fr); } .contents { position: static; grid-auto-flow: column; overflow-x: auto; } }
.question-card { border: 1px solid var(--line); border-radius: var(--radius, 8px); padding: 10px 16px 14px; margin-bottom: 14px; background: var(--paper); }
.question-card > header { display: flex; align-items: center; justify-content: space-between; }
.question-card h3 { font-size: 15px; margin: 0; }
`);
