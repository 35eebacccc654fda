// An answer that is one class: the id of its label.

import { paint } from '../../palette.js';
import { texts } from '../../texts.js';

const t = texts.workbench;

export const oneClass = {
  id: 'classification',
  field: 'label',
  words: t,
  same: (one, other) => one === other,
  decided: (work, label) => ({ name: work.labelName(label), colour: work.labelIndex(label) }),
  suggested: (work, label, button) => {
    const name = work.labelName(label);
    return [paint(button(name, t.accept(name)), work.labelIndex(label))];
  },
  inWords: (label, nameOf) => nameOf(label),
  spoken: (work, label) => t.suggestedSay(work.labelName(label)),
};
