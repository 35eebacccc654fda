// What goes into the calculator: pasted or dropped judgements, and what kind of labels they are.

import { section } from '../audit/parts.js';
import { h, setText } from '../dom.js';
import { example, types, words as t } from './words.js';

const size = (bytes) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/**
 * The form.
 * @param {function({body: Blob, json: boolean, type: string, categories: string}): void} ask
 */
export function input(ask) {
  let file = null;
  const text = h('textarea', { id: 'judgements', spellcheck: 'false', 'aria-describedby': 'judgements-hint' });
  const chosen = h('span', { class: 'name' });
  const remove = h('button', { type: 'button', class: 'button quiet', hidden: true, on: { click: () => take(null) } }, t.remove);
  const picker = h('input', { type: 'file', accept: '.csv,.json,text/csv,application/json', class: 'visually-hidden', 'aria-label': t.choose, tabindex: '-1', on: { change: () => picker.files[0] && take(picker.files[0]) } });
  const type = h('select', {}, ...types.map(([value, name]) => h('option', { value }, name)));
  const categories = h('input', { type: 'text', 'aria-describedby': 'categories-hint' });
  const message = h('p', { class: 'message bad', role: 'alert' });
  const button = h('button', { type: 'submit', class: 'button primary' }, t.calculate);
  const progress = h('span', { role: 'status' });

  function take(given) {
    file = given;
    text.hidden = Boolean(file);
    remove.hidden = !file;
    setText(chosen, file ? t.file(file.name, size(file.size)) : '');
    if (!file) picker.value = '';
  }

  function submit(event) {
    event.preventDefault();
    const written = text.value.trim();
    if (!file && !written) return fail(t.nothing);
    const json = file ? /\.json$/i.test(file.name) : written.startsWith('{');
    return ask({ body: file ?? written, json, type: type.value, categories: categories.value });
  }

  const fail = (sentence) => setText(message, sentence);
  const busy = (words) => {
    button.disabled = Boolean(words);
    setText(progress, words);
  };
  const form = h(
    'form',
    { class: 'ask', novalidate: true, on: { submit } },
    h(
      'div',
      { class: 'paste' },
      h('label', { for: 'judgements' }, t.paste),
      text,
      h('p', { class: 'hint', id: 'judgements-hint' }, t.drop),
      h('div', { class: 'row' }, chosen, remove, h('button', { type: 'button', class: 'button', on: { click: () => picker.click() } }, t.choose), picker, h('button', { type: 'button', class: 'button quiet', on: { click: () => { take(null); text.value = example; text.focus(); } } }, t.example)),
    ),
    h(
      'div',
      { class: 'side' },
      h('label', { class: 'field' }, h('span', {}, t.type), type),
      h('div', {}, h('label', { class: 'field' }, h('span', {}, t.categories), categories), h('p', { class: 'hint', id: 'categories-hint' }, t.categoriesHint)),
      h('div', { class: 'row' }, button, progress),
    ),
  );
  const over = (on) => (event) => {
    event.preventDefault();
    form.classList.toggle('dropping', on);
  };
  form.addEventListener('dragover', over(true));
  form.addEventListener('dragleave', over(false));
  form.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  return { element: section('input', t.input, null, form, message), fail, busy };
}
