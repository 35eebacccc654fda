// Fields that say what they do and what is usual.

import { h } from '../dom.js';

/** Fields of several questions have ids of their own. */
const idOf = (field) => `f-${field.id ?? field.key}`;

/**
 * One field with its title above and its help below.
 * @param {Object} field title, what, usual
 * @param {HTMLElement} control
 */
export function setting(field, control, wide = false) {
  const id = idOf(field);
  control.id = id;
  control.setAttribute('aria-describedby', `${id}-help`);
  return h(
    'div',
    { class: wide ? 'setting wide' : 'setting' },
    h('label', { for: id }, field.title),
    control,
    h('p', { class: 'help', id: `${id}-help` }, field.what, field.usual ? ` Usual: ${field.usual}` : ''),
  );
}

/** A box to tick, with its words beside it. */
export function switched(field, checked, change) {
  const id = idOf(field);
  const box = h('input', { type: 'checkbox', id, 'aria-describedby': `${id}-help`, on: { change: () => change(box.checked) } });
  box.checked = checked;
  return h('div', { class: 'setting' }, h('label', { class: 'switch', for: id }, box, field.title), h('p', { class: 'help', id: `${id}-help` }, field.what, field.usual ? ` Usual: ${field.usual}` : ''));
}

function number(field, draft) {
  const { min, max, step = 1 } = field;
  const input = h('input', { type: 'number', min, max, step, on: { input: () => draft.set({ [field.key]: value(input, field) }) } });
  input.value = draft.project[field.key] ?? '';
  return setting(field, input);
}

const value = (input, field) => (input.value === '' ? undefined : field.step ? Number(input.value) : Math.round(Number(input.value)));

function choice(field, draft) {
  const choices = field.choices(draft);
  const select = h('select', { on: { change: () => draft.set({ [field.key]: select.value || undefined }) } }, ...choices.map(([value, word]) => h('option', { value }, word)));
  select.value = draft.project[field.key] ?? choices[0][0];
  return setting(field, select);
}

function text(field, draft) {
  const input = h(field.kind === 'long' ? 'textarea' : 'input', { type: field.kind === 'long' ? null : 'text', autocomplete: 'off', on: { input: () => draft.set({ [field.key]: input.value }) } });
  input.value = draft.project[field.key] ?? '';
  return setting(field, input, field.kind === 'long');
}

/** Boxes to tick; the first format is part of every dataset. */
function formats(field, draft) {
  const wanted = draft.project.formats ?? [];
  const boxes = draft.view.formats.map(({ id }, place) => {
    const box = h('input', { type: 'checkbox', value: id, disabled: place === 0, on: { change: () => draft.set({ formats: chosen() }) } });
    box.checked = place === 0 || wanted.includes(id);
    return box;
  });
  const chosen = () => {
    const ids = boxes.filter((box) => box.checked).map((box) => box.value);
    return ids.length > 1 ? ids : undefined;
  };
  return h(
    'div',
    { class: 'setting', role: 'group', 'aria-label': field.title },
    h('span', { class: 'title' }, field.title),
    ...boxes.map((box, place) => h('label', { class: 'switch' }, box, draft.view.formats[place].name)),
    h('p', { class: 'help' }, `${field.what} Usual: ${field.usual}`),
  );
}

/** The fields of a section that belong to the project's kind of labelling. */
export function settings(list, draft) {
  const kinds = {
    number,
    formats,
    choice,
    switch: (field) => switched(field, draft.project[field.key] === true, (on) => draft.set({ [field.key]: on || undefined })),
  };
  const shown = list.filter((field) => !field.only || field.only === draft.project.task);
  return h('div', { class: 'settings' }, ...shown.map((field) => (kinds[field.kind] ?? text)(field, draft)));
}
