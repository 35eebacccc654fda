// The way a batch took: each process as a drawing with the walked path, and as a list of steps.

import { h } from '../dom.js';
import { drawing } from './diagram.js';
import { none, person, section, table, when } from './parts.js';
import { processVersion } from './rules.js';
import { duration, kind, plural, time } from './words.js';

export function pathSection(runs) {
  if (!runs.length) return section('path', 'Path', null, none('The engine has no trace of this batch any more.'));
  const choices = h('div', { class: 'runs', role: 'group', 'aria-label': 'Process' });
  const under = h('p', { class: 'quiet' });
  const canvas = h('div', { class: 'canvas', role: 'group' });
  const steps = h('div', {});
  const repeated = (run) => runs.filter((each) => each.process.key === run.process.key).length > 1;

  function show(run) {
    for (const button of choices.children) button.setAttribute('aria-pressed', String(button.dataset.run === run.instanceId));
    under.replaceChildren(processVersion(run.process), ' · ', when(run.start), run.end ? ` – ${time(run.end)} (${duration(run.start, run.end)})` : ', still running');
    canvas.setAttribute('aria-label', `Drawing of ${run.process.name} with the path that was taken; the list below says the same.`);
    steps.replaceChildren(stepTable(run));
    drawing(canvas, run, (called) => {
      const next = runs.find((each) => each.instanceId === called);
      if (next) show(next);
    });
  }

  choices.append(
    ...runs.map((run) =>
      h('button', { type: 'button', class: 'button quiet', 'data-run': run.instanceId, on: { click: () => show(run) } }, repeated(run) ? `${run.process.name}, ${time(run.start)}` : run.process.name),
    ),
  );
  show(runs[0]);
  return section('path', 'Path', 'blue is what the batch walked; click a stage to open its own drawing', choices, under, canvas, steps);
}

function stepTable(run) {
  const rows = run.steps
    .filter((step) => step.type !== 'multiInstanceBody')
    .map((step) => [
      when(step.start),
      step.name,
      kind(step.type),
      step.person ? person(step.person) : '',
      step.end ? duration(step.start, step.end) : h('b', {}, 'there now'),
      step.canceled ? 'interrupted' : '',
    ]);
  const left = run.stepsLeftOut ? h('p', { class: 'none' }, `${plural(run.stepsLeftOut, 'later step')} of this loop not listed.`) : '';
  return h('details', { class: 'steps' }, h('summary', {}, `${plural(rows.length, 'step')} with times`), h('div', { class: 'fold-body' }, table(['Entered', 'Step', 'Kind', 'Person', { text: 'Took', class: 'number' }, ''], rows, 'Steps'), left));
}
