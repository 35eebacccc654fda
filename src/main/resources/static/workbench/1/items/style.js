// Items behind a figure, on top of the auditor's style.

import { mediaStyle } from '../media.js';
import { sheet } from '../theme.js';

export const itemsStyle = sheet(`
${mediaStyle}
.items { list-style: none; display: grid; }
.items > li { padding: 12px 0; border-top: 1px solid var(--line); display: grid; gap: 6px; }
.items > li:first-child { border-top: 0; padding-top: 2px; }
.items .top-line { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.items .top-line .button { min-height: 28px; padding: 0 10px; color: var(--accent-deep); font-size: 13px; }
.items .excerpt { max-width: 100ch; font-size: 15px; overflow-wrap: anywhere; white-space: pre-wrap; }
.items mark { background: #ffe9a8; color: inherit; border-radius: 2px; }
.items dl { display: flex; flex-wrap: wrap; gap: 4px 28px; }
.items dl div { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: baseline; }
.items dt { color: var(--ink-quiet); font-size: 12.5px; }
.items .said { display: inline-flex; gap: 6px; align-items: baseline; padding: 0 8px; border-radius: 6px; background: #eef1f5; }
.items .said.asked { background: var(--accent-tint); box-shadow: inset 0 0 0 1px var(--accent); }
.items .said small { font: 500 11.5px/1.6 "IBM Plex Mono", ui-monospace, Consolas, monospace; color: #56606d; }
.items .whole { margin-top: 4px; }
.items .whole:empty { display: none; }
.looked { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin-top: 12px; min-height: 34px; color: var(--ink-quiet); }
.looked .button { color: var(--ink); }
.filters .button { align-self: end; }
.heat a { display: block; margin: -5px -10px; padding: 5px 10px; border-radius: 4px; color: inherit; }
.heat a:hover, .figures td a { text-decoration: underline; }
.heat a:focus-visible { outline: 3px solid var(--accent); outline-offset: -1px; }
`);
