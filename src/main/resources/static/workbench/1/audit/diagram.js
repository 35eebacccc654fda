// Draws a process with bpmn-js (a WebJar) and marks where a run has been.

import { h } from '../dom.js';
import { read } from './read.js';
import { duration, moment, plural, time } from './words.js';

const LIBRARY = '/webjars/bpmn-js/8.0.0/dist';

let loading = null;

/** The library is a classic script; a script element made here is trusted as this module is. */
function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = h('script', { src: `${LIBRARY}/bpmn-navigated-viewer.production.min.js` });
    script.addEventListener('load', () => resolve(window.BpmnJS));
    script.addEventListener('error', () => reject(new Error('The drawing library could not be loaded.')));
    document.head.append(script);
  });
  return loading;
}

/**
 * Replaces what the canvas shows.
 * @param {HTMLElement} canvas
 * @param {Object} run a run of a process with its steps
 * @param {(calledInstanceId: string) => void} open called when a stage is clicked that was run
 */
export async function drawing(canvas, run, open) {
  const ticket = (canvas.ticket = Symbol('drawing'));
  try {
    const [Viewer, { bpmn }] = await Promise.all([library(), read.process(run.process.definitionId)]);
    await laidOut(canvas);
    if (canvas.ticket !== ticket) return;
    canvas.viewer?.destroy();
    const stage = h('div', { class: 'stage' });
    canvas.replaceChildren(h('link', { rel: 'stylesheet', href: `${LIBRARY}/assets/diagram-js.css` }), stage);
    const viewer = (canvas.viewer = new Viewer({ container: stage }));
    await viewer.importXML(bpmn);
    mark(viewer, run);
    fit(viewer, stage);
    viewer.get('zoomScroll').toggle(false);
    viewer.get('eventBus').on('element.click', ({ element }) => {
      const called = lastOf(run.steps.filter((step) => step.activityId === element.id && step.called));
      if (called) open(called.called);
    });
  } catch (problem) {
    canvas.textContent = problem.message;
  }
}

const PAPER_PIXELS = 660;

/** Fits the drawing with a margin, and remembers by how much it must shrink on paper. */
function fit(viewer, stage) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.97);
  const { clientWidth, clientHeight } = stage;
  stage.style.setProperty('--drawn-width', `${clientWidth}px`);
  stage.style.setProperty('--drawn-height', `${clientHeight}px`);
  stage.style.setProperty('--paper-zoom', String(Math.min(1, PAPER_PIXELS / clientWidth)));
}

const lastOf = (list) => list[list.length - 1];

/** The canvas has a size only once the page shows it. */
async function laidOut(canvas) {
  while (!canvas.clientWidth) await new Promise((resolve) => setTimeout(resolve, 20));
}

function mark(viewer, run) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const visits = new Map();
  for (const step of run.steps) visits.set(step.activityId, [...(visits.get(step.activityId) ?? []), step]);
  for (const [id, steps] of visits) {
    if (!registry.get(id)) continue;
    canvas.addMarker(id, steps.some((step) => !step.end) ? 'there-now' : 'walked');
    if (steps.some((step) => step.called)) canvas.addMarker(id, 'opens');
    badge(viewer, id, steps);
  }
  const taken = flows(registry, run.steps);
  taken.forEach((id) => canvas.addMarker(id, 'walked'));
  registry.forEach((element) => {
    const owner = element.labelTarget?.id ?? element.id;
    if (element.parent && !visits.has(owner) && !taken.has(owner)) canvas.addMarker(element.id, 'idle');
  });
}

/** Where no flow comes or goes: under an activity, or beside one that a flow reaches from below. */
function freePlace(element) {
  const floor = element.y + element.height;
  const below = element.incoming.some((flow) => lastOf(flow.waypoints).y >= floor - 1);
  return below ? { top: 2, left: element.width + 6 } : { bottom: -3, left: 0 };
}

/** How often and how long, under activities; events and gateways take no time. */
function badge(viewer, id, steps) {
  const element = viewer.get('elementRegistry').get(id);
  if (!/Task$|CallActivity$/.test(element.type)) return;
  const last = lastOf(steps);
  const took = last.end ? duration(last.start, last.end) : 'there now';
  const times = steps.length > 1 ? `${took}, ${plural(steps.length, 'visit')}` : took;
  viewer.get('overlays').add(id, 'note', {
    position: freePlace(element),
    show: { minZoom: 0.3 },
    scale: { min: 0.85, max: 1.1 },
    html: h('div', { class: 'took', title: moment(last.start) }, h('div', {}, last.person ? `${last.person}, ${time(last.start)}` : time(last.start)), h('div', {}, times)),
  });
}

/** Flows between steps that followed each other: the engine keeps activities, not flows. */
function flows(registry, steps) {
  const taken = new Set();
  steps.forEach((step, index) => {
    const outgoing = registry.get(step.activityId)?.outgoing ?? [];
    const parallel = step.type === 'parallelGateway';
    const later = steps.slice(index + 1);
    const next = later.find((each) => outgoing.some((flow) => flow.target.id === each.activityId));
    for (const flow of outgoing) {
      if (parallel ? later.some((each) => each.activityId === flow.target.id) : next && flow.target.id === next.activityId) taken.add(flow.id);
    }
  });
  return taken;
}
