import { mediaStyle } from '../media.js';
import { sheet } from '../theme.js';

export const workbenchStyle = sheet(`
${mediaStyle}:host { container: workbench / inline-size; height: var(--height, 560px); }
.frame {
  position: relative; height: 100%; display: grid; grid-template-rows: auto auto auto minmax(0, 1fr);
  background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden;
}
.frame:focus { outline: none; }

.bar { display: flex; align-items: center; gap: 4px 14px; padding: 7px 8px 7px 18px; min-width: 0; }
.bar h1 { font-size: 15px; font-weight: 600; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar h1 span { font-weight: 400; color: var(--ink-quiet); }
.bar .space { flex: 1; }
.bar .figure { display: inline-flex; align-items: center; gap: 6px; color: var(--ink-quiet); white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar .progress { color: var(--ink); font-weight: 600; }
.bar .state.waiting, .bar .state.signed-out, .bar .state.refused { color: var(--bad); font-weight: 600; }
.bar .state .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--good); }
.bar .state.saving .dot { background: #9aa3af; }
.bar .state.waiting .dot, .bar .state.signed-out .dot, .bar .state.refused .dot { background: var(--bad); border-radius: 1px; }
.bar .state { min-width: 9.6em; }
.bar .clock.paused { color: var(--care); }
.bar .tools { display: flex; gap: 2px; }
.bar .button { min-height: 32px; font-size: 14px; }
.bar .button.only { padding: 0; width: 32px; }
.track { height: 3px; background: #e8ebef; }
.track div { height: 100%; width: 100%; background: var(--accent); transform-origin: left; transform: scaleX(0); transition: transform 160ms ease-out; }

.body { display: grid; grid-template-columns: minmax(0, 1fr); min-height: 0; position: relative; }
.body.guided { grid-template-columns: minmax(0, 1fr) 9px minmax(220px, min(var(--guideline-width, 380px), 60%)); }
.stage { container: stage / inline-size; display: grid; grid-template-rows: minmax(0, 1fr) auto auto; min-height: 0; min-width: 0; }

.reader { overflow: auto; padding: 22px 28px; min-height: 0; }
.reader:focus { outline: none; }
.reader:focus-visible { box-shadow: inset 3px 0 0 var(--accent); }
.reader .measure, .choice, .choice-head, .hint { max-width: 880px; margin-inline: auto; }
.position { color: var(--ink-quiet); font-size: 13px; margin-bottom: 10px; display: flex; gap: 4px 14px; align-items: center; min-height: 24px; flex-wrap: wrap; }
.text { font-size: 19px; line-height: 1.62; max-width: 74ch; }
.text.short { font-size: 22px; line-height: 1.5; }
.text p { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.text .block { content-visibility: auto; }
.text.arrive { animation: arrive 110ms ease-out; }
@keyframes arrive { from { opacity: .35; } }
.mask { padding: 1px 5px; font-size: .8em; letter-spacing: .02em; color: #4a5463; background: #eceff3; border-radius: 5px; }
.position:has(.given:not([hidden])) { margin-bottom: 14px; }
.given { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; color: var(--ink-quiet); font-size: 14px; }
.choice.of-points { grid-template-columns: repeat(auto-fit, minmax(72px, 1fr)); }
.given .set { display: inline-flex; gap: 4px; }
.given .tag { color: var(--label-ink); background: var(--label-tint); border: 1px solid var(--label-ink); border-radius: 99px; padding: 0 10px; line-height: 24px; font-weight: 600; }

.decide { padding: 10px 28px 8px; border-top: 1px solid var(--line); background: var(--ground); min-height: 0; }
.choice { display: grid; grid-template-columns: repeat(auto-fill, minmax(176px, 1fr)); gap: 8px; align-content: start; max-height: 32vh; overflow: auto; padding: 3px; }
.choice.of-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.choice.of-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.choice.of-4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.label {
  display: flex; align-items: center; gap: 10px; min-height: 44px; padding: 4px 12px 4px 8px; cursor: pointer; text-align: start;
  background: var(--paper); border: 1px solid #c3c9d2; border-radius: var(--radius); box-shadow: inset 5px 0 0 var(--label-bright);
  padding-inline-start: 15px; overflow-wrap: anywhere; line-height: 1.25;
}
.label:hover { background: var(--label-tint); border-color: var(--label-ink); }
.label .name { flex: 1; }
.label .icon { display: none; }
.label[aria-checked="true"] { background: var(--label-ink); border-color: var(--label-ink); color: #fff; font-weight: 600; }
.label[aria-checked="true"] .icon { display: block; stroke-width: 2.2; }
.label[aria-checked="true"] kbd { color: #fff; background: transparent; border-color: #ffffff80; }
.label kbd { font-size: 13px; line-height: 22px; min-width: 24px; }
.hint { min-height: 25px; padding: 4px 4px 0; color: var(--ink-quiet); font-size: 14px; line-height: 21px; }
.finder { display: flex; align-items: center; gap: 10px; max-width: 880px; margin: 0 auto 6px; padding: 0 3px; font-size: 14px; color: var(--ink-quiet); }
.finder input { flex: 1; min-height: 32px; max-width: 320px; padding: 0 10px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius); color: var(--ink); }
.hint strong { color: var(--ink); font-weight: 600; }

.foot { display: flex; align-items: center; gap: 12px; padding: 7px 10px 7px 18px; border-top: 1px solid var(--line); min-width: 0; }
.recent { flex: 1; display: flex; gap: 4px; min-width: 0; overflow: hidden; padding: 3px; list-style: none; mask-image: linear-gradient(to right, #000 calc(100% - 40px), transparent); }
.recent .none { color: var(--ink-quiet); font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.recent button {
  display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 0 9px; border: 1px solid var(--line); border-radius: 99px;
  background: var(--paper); font-size: 13px; white-space: nowrap; cursor: pointer; color: var(--ink-quiet);
}
.recent button::before { content: ""; width: 8px; height: 8px; border-radius: 2px; background: var(--label-bright); }
.recent button:hover, .recent [aria-current="true"] { border-color: var(--label-ink); color: var(--ink); background: var(--label-tint); }
.recent b { font-weight: 600; font-variant-numeric: tabular-nums; color: var(--ink); }
.foot .moves { display: flex; gap: 2px; align-items: center; flex: none; }
.foot .button { min-height: 34px; }
.foot .button.quiet:disabled { background: transparent; border-color: transparent; color: #7b8594; }
.foot .submit { flex: none; }

.splitter { cursor: col-resize; background: linear-gradient(to right, transparent 4px, var(--line) 4px, var(--line) 5px, transparent 5px); touch-action: none; }
.splitter:hover, .splitter:focus-visible { background: linear-gradient(to right, transparent 3px, var(--accent) 3px, var(--accent) 6px, transparent 6px); outline: none; }
.guideline { min-width: 0; min-height: 0; display: grid; grid-template-rows: auto auto minmax(0, 1fr); background: #fbfbfc; }
.guideline .changed { margin: 4px 16px 4px; padding: 6px 10px; font-size: 14px; color: var(--care); background: var(--care-tint); border-radius: 6px; overflow-wrap: anywhere; }
.guideline header { display: flex; align-items: center; gap: 8px; padding: 8px 8px 4px 16px; }
.guideline h2 { font-size: 13px; font-weight: 600; }
.guideline header span { flex: 1; font-size: 13px; color: var(--ink-quiet); }
.guideline .button { min-height: 28px; width: 28px; padding: 0; }
.guideline .document { grid-row: 3; overflow: auto; padding: 6px 16px 20px; font-size: 14px; line-height: 1.5; }
.guideline .document:focus-visible { outline-offset: -3px; }

dialog { border: 0; border-radius: 12px; padding: 22px 26px; width: min(520px, 92vw); max-height: 88vh; overflow: auto; color: var(--ink); box-shadow: 0 20px 60px #1c243055; }
dialog::backdrop { background: #1c243066; }
dialog header { display: flex; align-items: center; justify-content: space-between; margin-bottom: 10px; }
dialog h2 { font-size: 18px; font-weight: 600; }
dialog dl { display: grid; grid-template-columns: auto 1fr; gap: 7px 18px; align-items: baseline; }
dialog .switch { display: flex; gap: 10px; align-items: center; margin-top: 16px; padding-top: 14px; border-top: 1px solid var(--line); cursor: pointer; min-height: 32px; }
dialog input { width: 18px; height: 18px; accent-color: var(--accent); margin: 0; }

.frame > .panel { grid-row: 1 / -1; }
.reader .panel { min-height: 100%; }
.done-mark { width: 52px; height: 52px; display: grid; place-items: center; border-radius: 50%; background: var(--good-tint); color: var(--good); }
.done-mark .icon { width: 28px; height: 28px; }

@container stage (width < 760px) {
  .foot .moves .button:not(.worded) .word { display: none; }
  .foot .moves .button:not(.worded) { padding: 0; width: 34px; }
}
@container stage (width < 600px) {
  .choice[class] { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .recent { display: none; }
  .foot { justify-content: space-between; }
}
@container stage (width < 300px) {
  .choice[class] { grid-template-columns: minmax(0, 1fr); }
}
@container workbench (width < 900px) {
  .bar .button .word, .foot .moves .word { display: none; }
  .bar .button, .foot .moves .button { padding: 0; width: 34px; }
  .reader, .decide { padding-inline: 18px; }
  .bar { padding-inline-start: 14px; gap: 4px 10px; }
  .bar .state { min-width: 0; }
  .text { font-size: 18px; }
  .text.short { font-size: 20px; }
}
@container workbench (width < 700px) {
  .body.guided { grid-template-columns: minmax(0, 1fr); }
  .splitter { display: none; }
  .guideline { position: absolute; inset-block: 0; inset-inline-end: 0; width: min(360px, 88%); z-index: 2; border-inline-start: 1px solid var(--line); box-shadow: -12px 0 30px #1c243022; }
  .bar h1 span, .bar .figure .long { display: none; }
}
@container workbench (width < 520px) {
  .bar { flex-wrap: wrap; }
}
@media (max-height: 700px) {
  .reader { padding-block: 14px; }
  .label { min-height: 38px; }
  .foot, .bar { padding-block: 4px; }
  .decide { padding-block: 7px 4px; }
}
@media (forced-colors: active) {
  .label[aria-checked="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .label { border-inline-start-width: 5px; }
  .track div { background: Highlight; }
}
`);
