// A decision by a person: one choice, a reason where the choice needs one, one button.

import { h, setText } from '../dom.js';

export class DecisionForm {
  /**
   * @param {Object} options
   * @param {string} options.legend
   * @param {Object<string, [string, string]>} options.choices value to name and consequence
   * @param {Object<string, string>} options.disabled value to nothing, for choices that are closed
   * @param {string[]} options.needReason values that need a reason
   * @param {string} options.danger the value whose button warns
   * @param {Object} options.words reason, reasonHint, reasonMissing, choiceMissing, required, optional, send, sending
   * @param {(decision: {decision: string, reason: string}) => Promise<void>} options.decide
   */
  constructor(options) {
    Object.assign(this, options);
    this.state = h('i');
    this.reason = h('textarea', { id: 'reason', rows: '4', 'aria-describedby': 'reason-help message', maxlength: '2000' });
    this.message = h('p', { class: 'message', id: 'message', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.send() } });
    this.element = h(
      'div',
      {},
      h('fieldset', {}, h('legend', {}, this.legend), ...Object.entries(this.choices).map((choice) => this.option(choice))),
      h(
        'div',
        { class: 'reason' },
        h('label', { class: 'label', for: 'reason' }, this.words.reason, ' ', this.state),
        h('p', { class: 'help', id: 'reason-help' }, this.words.reasonHint),
        this.reason,
      ),
      this.message,
      this.button,
    );
    this.element.addEventListener('change', () => this.refresh());
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.reason.addEventListener('input', () => this.complain(''));
    this.refresh();
  }

  option([value, [name, consequence]]) {
    return h(
      'label',
      { class: 'option' },
      h('input', { type: 'radio', name: 'decision', value, disabled: value in (this.disabled ?? {}), 'aria-label': name, 'aria-describedby': `about-${value}` }),
      h('b', {}, name),
      h('span', { id: `about-${value}` }, consequence),
    );
  }

  get chosen() {
    return this.element.querySelector('input:checked')?.value ?? 'none';
  }

  refresh() {
    const needed = this.needReason.includes(this.chosen);
    setText(this.state, this.chosen === 'none' ? '' : needed ? this.words.required : this.words.optional);
    this.reason.setAttribute('aria-required', String(needed));
    setText(this.button, this.words.send[this.chosen]);
    this.button.className = `button send ${this.chosen === this.danger ? 'danger' : 'primary'}`;
    this.complain('');
  }

  complain(sentence, field) {
    setText(this.message, sentence);
    this.reason.setAttribute('aria-invalid', String(field === this.reason));
    field?.focus();
  }

  key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.send();
  }

  async send() {
    if (this.sending) return;
    const decision = this.chosen;
    const reason = this.reason.value.trim();
    if (decision === 'none') {
      this.complain(this.words.choiceMissing, this.element.querySelector('input:enabled'));
    } else if (!reason && this.needReason.includes(decision)) {
      this.complain(this.words.reasonMissing, this.reason);
    } else {
      await this.deliver({ decision, reason });
    }
  }

  async deliver(decision) {
    this.sending = this.button.disabled = true;
    setText(this.button, this.words.sending);
    try {
      await this.decide(decision);
    } catch (problem) {
      this.button.disabled = false;
      this.refresh();
      this.complain(problem.message);
    } finally {
      this.sending = false;
    }
  }
}
