import { sheet } from '../theme.js';

export const reviewStyle = sheet(`
.frame > .body { grid-row: 4; }
.reader { cursor: text; }
.text .mask { color: #174d70; background: #dcecf7; border: 1px solid #9cc4e0; font-weight: 600; }
mark { color: inherit; background: none; border-radius: 3px; padding: 1px 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.picked { background: #ffe08a; box-shadow: 0 0 0 2px #b98500; }
mark.missed { background: var(--bad-tint); box-shadow: inset 0 -2px 0 var(--bad); }
.kind { margin-inline-start: 4px; padding: 1px 6px; font-size: .62em; font-weight: 600; vertical-align: .18em; color: #fff; background: var(--bad); border-radius: 5px; user-select: none; white-space: nowrap; }
.verdict { display: inline-flex; align-items: center; gap: 6px; padding: 0 10px; line-height: 24px; border-radius: 99px; font-weight: 600; }
.verdict.clean { color: var(--good); background: var(--good-tint); }
.verdict.missed { color: var(--bad); background: var(--bad-tint); }
.spans { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; margin-top: 18px; }
.spans li { display: inline-flex; align-items: center; gap: 8px; padding-inline-start: 12px; border: 1px solid #e2aeac; border-radius: 99px; background: var(--bad-tint); font-size: 14px; max-width: 100%; }
.spans bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 32ch; }
.spans b { color: var(--bad); font-weight: 600; }
.spans .button { min-height: 28px; width: 28px; padding: 0; }
.decide .row { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; max-width: 880px; margin-inline: auto; padding: 3px; }
.decide .clean { min-height: 48px; padding: 0 18px; font-size: 16px; }
.decide .types[hidden] { display: none; }
.decide .types { flex: 1; display: flex; flex-wrap: wrap; gap: 4px; min-width: 260px; border: 0; margin: 0; padding: 0; }
.decide .types .button { min-height: 36px; padding: 0 7px; gap: 6px; font-size: 14px; }
.decide .types.ready .button { border-color: var(--bad); }
.decide .types.ready .button:hover { background: var(--bad-tint); }
.decide .hint { max-width: 880px; margin-inline: auto; }
.picture { position: relative; display: inline-block; max-width: 100%; overflow: hidden; border-radius: 6px; cursor: crosshair; touch-action: none; }
.picture img { border-radius: 0; }
.picture .area { position: absolute; pointer-events: none; border: 3px solid var(--bad); background: rgb(190 30 30 / 22%); box-shadow: 0 0 0 1px #fff; }
.picture .area.drawn { border-style: dashed; }
.picture .doubt { position: absolute; pointer-events: none; outline: 2px dashed #ffd23f; outline-offset: 1px; box-shadow: 0 0 0 4px rgb(20 24 32 / 72%), inset 0 0 0 1px rgb(20 24 32 / 72%); border-radius: 2px; }
.picture .doubt button { position: absolute; inset-inline-start: -4px; bottom: calc(100% + 4px); min-width: 24px; height: 24px; padding: 0 6px; border: 1px solid #14181f; border-radius: 5px 5px 5px 0; font-family: inherit; font-size: 13px; font-weight: 700; line-height: 1; color: #14181f; background: #ffd23f; cursor: pointer; pointer-events: auto; }
.picture .doubt.below button { bottom: auto; top: calc(100% + 4px); border-radius: 0 5px 5px 5px; }
.picture .doubt button:hover { background: #fff; }
.picture .doubt.settled { outline-color: #fff; opacity: .6; }
.doubt-note { display: flex; align-items: center; gap: 10px; margin: 10px 0 0; font-size: 14px; }
.doubt-note .sample { flex: none; width: 22px; height: 16px; outline: 2px dashed #b98500; border-radius: 2px; background: #fff7dc; }
.bar .found { color: var(--bad); font-weight: 600; }
.stage > .panel { grid-row: 1 / -1; min-height: 0; overflow-y: auto; align-content: safe center; }
.panel .rules { width: min(680px, 100%); text-align: start; }
.panel .rules:empty { display: none; }
.rules h3 { font-size: 14px; margin: 20px 0 8px; }
.rules ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; }
.rules pre { margin: 6px 0; padding: 8px 10px; background: var(--ground); border-radius: 6px; font: 500 12.5px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; overflow-x: auto; }
.rules pre:focus-visible { outline: 2px solid var(--accent); }
.panel .rules p { max-width: none; text-wrap: pretty; }
.rules .copy { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
.rules .lead { margin-bottom: 10px; }
`);
