// One file as a delivery would take it, under the rules of the draft. It is sent, answered and forgotten.

import { count } from '../audit/words.js';
import { h } from '../dom.js';
import { kindName, quarantineReason, takenOut, typeName } from '../manifests/words.js';
import { markedText } from './marked.js';
import { write } from './read.js';

const MOST_MEBIBYTES = 32;
const TOO_LARGE = `The file is larger than ${MOST_MEBIBYTES} MiB, which a delivery would not take either. Send it in smaller parts.`;
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const VERDICT = {
  ok: ['clean', 'It would become an item.'],
  quarantined: ['notice', 'It would be quarantined: nobody would get to see it.'],
  rejected: ['notice', 'It would be refused.'],
};

/** "2 comments" says less than its name in the manifest: "comment 2". */
const counted = (numbers, name) =>
  Object.entries(numbers)
    .sort(([, one], [, other]) => other - one)
    .map(([key, times]) => `${name(key)} ${count(times)}`)
    .join(', ');

const partName = ({ type, reason }) => (reason ? `one taken out (${quarantineReason(reason)})` : kindName(type));

function facts(tried) {
  const lines = [
    ['Read as', tried.type ? kindName(tried.type) : ''],
    ['Replaced in texts', counted(tried.findings, typeName) || (tried.text ? 'nothing' : '')],
    ['Taken out beside text', tried.status === 'ok' ? counted(tried.removed, takenOut) || 'nothing' : counted(tried.removed, takenOut)],
    ['Files in it', tried.parts.map(partName).join(', ')],
    ['To be looked at', tried.doubtful ? `${count(tried.doubtful)} places that may show a face` : ''],
    ['Pictures', tried.unreadPictures ? `text in ${tried.unreadPictures === 1 ? '1 picture is' : `${count(tried.unreadPictures)} pictures are`} not looked at` : ''],
    ['Words lost', tried.lostWords ? `${count(tried.lostWords)} of ${count(tried.words)}` : ''],
  ];
  return h('dl', {}, ...lines.filter(([, value]) => value).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function seen(tried) {
  const texts = tried.text ? [h('div', { class: 'preview plain', id: 'file-text', tabindex: '0', role: 'group', 'aria-label': 'Text that people will see' }, ...markedText(tried.text, tried.offsets))] : [];
  if (tried.picture && SHOWN.includes(tried.type)) return [h('img', { src: `data:${tried.type};base64,${tried.picture}`, alt: 'The picture after cleaning' }), ...texts];
  if (texts.length) return texts;
  return tried.status === 'ok' ? [h('p', { class: 'help' }, 'It has no text, and is not shown here.')] : [];
}

export class FileTrial {
  constructor(draft) {
    this.draft = draft;
    this.running = false;
    this.input = h('input', { type: 'file', id: 'trial-file', 'aria-describedby': 'trial-file-help', on: { change: () => this.soon(0) } });
    this.told = h('div', { 'aria-live': 'polite', id: 'file-told' });
    this.shown = h('div', { id: 'file-shown' });
    this.element = h(
      'div',
      { class: 'side-by-side file-trial' },
      h(
        'div',
        { class: 'setting' },
        h('label', { for: 'trial-file' }, 'Try it on a file'),
        this.input,
        h('p', { class: 'help', id: 'trial-file-help' }, `A text, mail, PDF, office document, picture or recording of at most ${MOST_MEBIBYTES} MiB, taken as a delivery would take it. Nothing of it is kept.`),
        this.told,
      ),
      h('div', { class: 'setting', hidden: true }, h('span', { class: 'title' }, 'What people will see of it'), this.shown),
    );
  }

  get file() {
    return this.input.files[0];
  }

  /** Tries the chosen file, and once more where file or rules change meanwhile. */
  soon(wait) {
    clearTimeout(this.timer);
    if (!this.file) return this.show([]);
    this.timer = setTimeout(() => this.run(), wait);
    return null;
  }

  async run() {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    do {
      this.again = false;
      await this.tryIt(this.file);
    } while (this.again && this.file);
    this.running = false;
  }

  async tryIt(file) {
    if (file.size > MOST_MEBIBYTES << 20) return this.show([this.fault(TOO_LARGE)]);
    if (!this.told.hasChildNodes()) this.show([h('p', { class: 'help' }, 'It is being cleaned and read …')]);
    try {
      await this.draft.flush();
      const tried = await write.redactFile(this.draft.key, file);
      const [kind, words] = VERDICT[tried.status];
      return this.show([h('p', { class: kind }, h('span', {}, words, tried.sentence ? ` ${tried.sentence}` : '')), facts(tried)], seen(tried));
    } catch (problem) {
      return this.show([this.fault(problem.document?.faults?.[0]?.sentence ?? problem.message)]);
    }
  }

  fault(sentence) {
    return h('p', { class: 'fault' }, sentence);
  }

  show(told, shown = []) {
    this.told.replaceChildren(...told);
    this.shown.replaceChildren(...shown);
    this.shown.parentElement.hidden = !shown.length;
  }

  close() {
    clearTimeout(this.timer);
  }
}
