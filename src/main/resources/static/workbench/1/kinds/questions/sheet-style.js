import { sheet } from '../../theme.js';

/** The line of questions, and the one in hand. */
export const sheetStyle = sheet(`
.decide.sheet > *:not(.asking) { max-width: 980px; margin-inline: auto; }
.questions { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 auto 8px; padding: 0; list-style: none; max-height: 72px; overflow: auto; }
.question {
  display: inline-flex; align-items: center; gap: 7px; min-height: 30px; max-width: 320px; padding: 0 10px 0 4px; cursor: pointer;
  font-size: 13px; color: var(--ink-quiet); background: var(--paper); border: 1px solid var(--line); border-radius: 99px;
}
.question b { display: inline-grid; place-items: center; min-width: 22px; height: 22px; border-radius: 99px; background: var(--ground); font-weight: 600; }
.question .what, .question .said { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.question .said { color: var(--ink); font-weight: 600; }
.question .said:empty { display: none; }
.question.answered b { color: #fff; background: var(--ink-quiet); }
.question[aria-current] { color: var(--ink); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.ask { font-size: 16px; font-weight: 600; margin: 0 auto 8px; }
.ask .may { color: var(--ink-quiet); font-size: 13px; font-weight: 400; }
.decide.sheet .given { margin-bottom: 8px; }
.decide.sheet .given[hidden] { display: none; }
.decide.sheet .take { min-height: 28px; max-width: 420px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.asking > .decide { padding: 0; border: 0; background: none; }
.asking .span-labels, .asking .below, .asking .choice, .asking .hint, .asking .choice-head { max-width: 980px; }
`);
