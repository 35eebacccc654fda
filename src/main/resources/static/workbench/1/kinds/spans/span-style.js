import { sheet } from '../../theme.js';

/** Marked text and the labels for it; on top of the style of the workbench. */
export const spanStyle = sheet(`
.text.spanned { font-size: 19px; line-height: 2; max-width: 78ch; cursor: text; }
.text.spanned ::selection { background: #ffe08a; color: var(--ink); }
.span {
  color: inherit; background: var(--label-tint); border-radius: 3px; padding: 2px 1px;
  box-shadow: inset 0 -2px 0 var(--label-ink); cursor: pointer;
  box-decoration-break: clone; -webkit-box-decoration-break: clone;
}
.span.last::after {
  content: attr(data-name); unicode-bidi: isolate; white-space: nowrap;
  margin-inline-start: 4px; padding: 1px 6px 2px; border-radius: 4px; vertical-align: 1px;
  font-size: 12px; font-weight: 600; line-height: 1; color: #fff; background: var(--label-ink);
}
.span.focused { outline: 3px solid var(--accent); outline-offset: 0; background: #fff; }
.span.disputed { box-shadow: none; text-decoration: underline dashed 2px var(--label-ink); text-underline-offset: 5px; }
.span.disputed.last::after { color: var(--label-ink); background: #fff; box-shadow: inset 0 0 0 1.5px var(--label-ink); }
.span .mask { background: #ffffffb0; }

.decide.spans { padding-block: 9px 7px; }
.span-labels { display: flex; flex-wrap: wrap; gap: 6px; max-width: 980px; margin-inline: auto; }
.decide.spans .label { min-height: 36px; padding-block: 2px; padding-inline-end: 11px; gap: 8px; }
.decide.spans .label[aria-pressed="true"] { background: var(--label-ink); border-color: var(--label-ink); color: #fff; font-weight: 600; }
.decide.spans .label[aria-pressed="true"] kbd { color: #fff; background: transparent; border-color: #ffffff80; }
.decide.spans .nothing { --label-bright: #858e9c; --label-ink: #494952; --label-tint: #eceff3; }
.decide.spans .label:disabled { cursor: default; color: var(--ink-quiet); background: var(--ground); border-color: var(--line); }
.decide.spans .below { display: flex; align-items: center; gap: 12px; max-width: 980px; margin: 5px auto 0; }
.decide.spans .hint { flex: 1; margin: 0; padding: 0 4px; max-width: none; }
.decide.spans .done { min-height: 32px; }
.decide.choosing .span-labels, .decide.choosing .done { display: none; }

/* A decision of several labels has no colour of its own. */
.recent button:not([style])::before { display: none; }

.candidates { margin-top: 18px; }
.candidates > h2 { font-size: 13px; font-weight: 600; color: var(--ink-quiet); margin-bottom: 6px; }
.answers { display: grid; gap: 10px; }
.answers article { border: 1px solid var(--line); border-radius: var(--radius); padding: 8px 14px 10px; background: var(--ground); }
.answers.choosing article { background: var(--paper); border-color: var(--line-strong); }
.answers header { display: flex; align-items: center; gap: 12px; justify-content: space-between; }
.answers h3 { font-size: 13px; font-weight: 600; }
.answers .start { min-height: 30px; font-size: 14px; }
.answers:not(.choosing) .start { display: none; }
.text.spanned.small { font-size: 16px; line-height: 1.95; cursor: auto; max-width: none; }
.small .span { cursor: auto; }
.differences { font-size: 13px; color: var(--ink-quiet); margin-top: 4px; }
.differences b { font-weight: 600; color: var(--ink); }
.candidates > .button { margin-top: 10px; }

@container workbench (width < 900px) {
  .text.spanned { font-size: 18px; }
  .text.spanned.small { font-size: 15px; }
}
@media (max-height: 740px) {
  .decide.spans .label { min-height: 32px; }
  .text.spanned { line-height: 1.9; }
}
@media (forced-colors: active) {
  .span { border-bottom: 2px solid Highlight; }
  .span.last::after { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .decide.spans .label[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
}
`);
