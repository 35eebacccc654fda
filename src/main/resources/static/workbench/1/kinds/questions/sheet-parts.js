// How each question of several is answered: the labels of its kind with what they do.

import { colourLabels } from '../../palette.js';
import { LabelChoice } from '../class/label-choice.js';
import { ClassesChoice } from '../classes/classes-choice.js';
import { kindOf } from '../list.js';
import { outline, outlineAll } from '../../item/suggestion.js';
import { SpanEditor } from '../spans/span-editor.js';
import { partOf } from './sheet.js';
import { valueIn } from './sheet-model.js';

/** One answer of some: a class, or a point of a scale. */
class OneOf {
  constructor(part, question, actions) {
    this.choice = new LabelChoice(part.labels, actions.choose);
    if (question.task === 'scale') this.choice.group.className = 'choice of-points';
    this.choice.group.setAttribute('aria-label', question.ask);
    this.element = this.choice.element;
  }

  show(value, suggested, part) {
    this.choice.show(value === null ? null : String(value));
    outline(this.choice.radios, suggested === null ? -1 : part.labelIndex(String(suggested)));
  }
}

class SomeOf {
  constructor(part, question, actions) {
    this.choice = new ClassesChoice(part.labels, question.rules.noneAllowed ?? false, actions.choose);
    this.choice.group.setAttribute('aria-label', question.ask);
    this.element = this.choice.element;
  }

  show(value, suggested, part) {
    this.choice.show(value);
    outlineAll(this.choice.radios, part.labels.map((label) => (suggested ?? []).includes(label.id)));
  }
}

class Marked {
  constructor(part, question, actions) {
    this.editor = new SpanEditor(part.labels, {
      change: actions.change,
      done: actions.nextQuestion,
      nothing: actions.nothing,
      say: actions.say,
      complain: actions.complain,
      refocus: actions.refocus,
      drawn: actions.drawn,
    });
    this.element = this.editor.bar.element;
  }

  show() {}
}

const made = { classification: OneOf, scale: OneOf, classes: SomeOf, spans: Marked };

/** A question with what answers it. */
export class SheetPart {
  constructor(work, question, actions) {
    this.question = question;
    this.part = partOf(work, question);
    this.kind = kindOf(question.task);
    this.of = new made[question.task](this.part, question, actions);
  }

  get id() {
    return this.question.id;
  }

  get field() {
    return this.kind.field;
  }

  /** The value in answers; null for none. */
  valueOf(answers) {
    const answer = answers?.[this.id];
    return answer && !answer.abstained ? valueIn(answer) : null;
  }

  /** Shows what is answered, in the colours of its own labels. */
  show(item) {
    colourLabels(this.part.labels);
    this.of.show(this.valueOf(item.answers), this.valueOf(item.suggestion), this.part);
  }
}
