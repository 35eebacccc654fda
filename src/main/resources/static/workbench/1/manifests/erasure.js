// The end of the raw objects: asked for with a reason, twice, because nobody can undo it.

import { section, when } from '../audit/parts.js';
import { h, setText } from '../dom.js';
import { erase } from './read.js';

const ENDED = ['done', 'stopped'];
const EXPLAINED = 'Destroys the key of this batch and removes its encrypted raw objects. Manifest, de-identified items, labels and dataset versions stay. Nobody can undo it.';

/** @param {() => void} again shows the page anew */
export function erasureSection(manifest, again) {
  return section('erasure', 'Raw objects', 'what was received, before anything was removed', ...content(manifest, again));
}

function content(manifest, again) {
  if (manifest.rawErasedAt) return [h('p', {}, 'The key was destroyed ', when(manifest.rawErasedAt), ': the raw objects are unreadable for good.')];
  if (!ENDED.includes(manifest.state)) return [h('p', {}, 'Encrypted under a key of this batch alone. They can be erased when the batch is done or stopped.')];
  return [form(manifest, again)];
}

function form(manifest, again) {
  const reason = h('input', { type: 'text', required: true, maxlength: '500', autocomplete: 'off' });
  const sure = h('input', { type: 'checkbox', required: true });
  const answer = h('p', { class: 'answer', role: 'status' });
  const send = h('button', { type: 'submit', class: 'button danger' }, 'Erase raw objects');
  const submit = async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      await erase(manifest.batchId, reason.value.trim());
      setText(answer, 'Asked for. The key is destroyed in a moment.');
      setTimeout(again, 3000);
    } catch (problem) {
      setText(answer, problem.message);
      send.disabled = false;
    }
  };
  return h(
    'form',
    { class: 'erasure', on: { submit } },
    h('p', {}, EXPLAINED),
    h('label', { class: 'field' }, h('span', {}, 'Reason, kept in the audit trail'), reason),
    h('label', { class: 'sure' }, sure, ' I know that this cannot be undone.'),
    h('div', { class: 'take-away' }, send),
    answer,
  );
}
