// The look all components share. Tasklist loads IBM Plex Sans for the page; without it the
// system's own typeface serves. Contrast of every pair is at least 4.5:1.

/** Makes a style sheet that a shadow root can adopt; works under `style-src 'self'`. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

export const theme = sheet(`
:host {
  --ink: #1c2430;
  --ink-quiet: #566070;
  --line: #dde1e7;
  --line-strong: #858e9c;
  --paper: #ffffff;
  --ground: #f6f7f9;
  --accent: #1d5f8a;
  --accent-deep: #174d70;
  --accent-tint: #e9f2f8;
  --good: #1a6b45;
  --good-tint: #e7f4ed;
  --bad: #a3262a;
  --bad-tint: #fcedec;
  --care: #7a4f00;
  --care-tint: #fdf4e1;
  --radius: 8px;
  display: block;
  color: var(--ink);
  font: 400 15px/1.5 IBMPlexSans, "IBM Plex Sans", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  text-align: start;
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
button, textarea, input { font: inherit; color: inherit; }
.icon {
  width: 16px; height: 16px; flex: none; fill: none;
  stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px;
  min-height: 36px; padding: 0 14px; white-space: nowrap; cursor: pointer;
  background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius);
}
.button:hover { background: var(--ground); }
.button.quiet { border-color: transparent; background: transparent; padding: 0 10px; color: var(--ink-quiet); }
.button.quiet:hover { background: #eceff3; color: var(--ink); }
.button.quiet[aria-pressed="true"] { color: var(--accent-deep); background: var(--accent-tint); }
.button.primary { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
.button.primary:hover { background: var(--accent-deep); }
.button.danger { background: var(--bad); border-color: var(--bad); color: #fff; font-weight: 600; }
.button.danger:hover { background: #861d21; }
.button:disabled { cursor: default; background: var(--ground); border-color: var(--line); color: var(--ink-quiet); }
.button.primary kbd { border-color: #ffffff80; background: transparent; color: #fff; }
kbd {
  display: inline-block; min-width: 20px; padding: 0 5px; text-align: center;
  font: 500 12px/18px IBMPlexSans, "IBM Plex Sans", system-ui, sans-serif; white-space: nowrap;
  color: var(--ink-quiet); background: var(--ground); border: 1px solid #c3c9d2; border-radius: 4px;
}
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.notice {
  display: flex; align-items: center; gap: 12px; padding: 8px 16px;
  color: var(--care); background: var(--care-tint); border-bottom: 1px solid #ecd9ab;
}
.notice.bad { color: var(--bad); background: var(--bad-tint); border-color: #f0c9c7; }
.notice.good { color: var(--good); background: var(--good-tint); border-color: #bfe0ce; }
.notice p { flex: 1; }
.notice .button { min-height: 28px; background: transparent; border-color: currentColor; color: inherit; }
.notice .button.quiet { border-color: transparent; padding: 0 6px; }
.panel { display: grid; place-content: center; justify-items: center; gap: 12px; padding: 32px; text-align: center; }
.panel h2 { font-size: 22px; font-weight: 600; text-wrap: balance; }
.panel p { color: var(--ink-quiet); max-width: 52ch; text-wrap: balance; }
.panel .actions { display: flex; flex-wrap: wrap; justify-content: center; gap: 10px; margin-top: 8px; }
.document { overflow-wrap: break-word; }
.document h1 { font-size: 17px; font-weight: 600; margin: 0 0 8px; }
.document h2 { font-size: 15px; font-weight: 600; margin: 20px 0 6px; }
.document h3, .document h4 { font-size: 14px; font-weight: 600; margin: 16px 0 4px; }
.document p, .document ul, .document ol, .document table, .document blockquote, .document pre { margin: 0 0 10px; }
.document ul, .document ol { padding-inline-start: 20px; }
.document li { margin: 2px 0; }
.document table { border-collapse: collapse; width: 100%; }
.document th, .document td { text-align: start; vertical-align: top; padding: 6px 8px 6px 0; border-bottom: 1px solid var(--line); }
.document th { font-weight: 600; }
.document code { font-size: .92em; padding: 1px 4px; background: #eceff3; border-radius: 4px; }
.document pre { overflow: auto; padding: 8px; background: #eceff3; border-radius: 6px; }
.document blockquote { padding-inline-start: 12px; border-inline-start: 3px solid var(--line); color: var(--ink-quiet); }
.document a { color: var(--accent); }
.spinner { width: 22px; height: 22px; border-radius: 50%; border: 2px solid var(--line); border-top-color: var(--accent); animation: turn 900ms linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 1ms !important; transition-duration: 1ms !important; }
  .spinner { animation: none; }
}
`);
