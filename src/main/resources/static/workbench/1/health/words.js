// Sentences and numbers of the health review. It is about the team, never about one person.

import { coefficient, share } from '../figures.js';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const count = (value) => whole.format(value);
export const plural = (value, single, many = `${single}s`) => `${count(value)} ${value === 1 ? single : many}`;
export const dayMonth = (instant) => day.format(new Date(instant));
export const date = (instant) => dayOfYear.format(new Date(instant));

/** A stretch of time in the unit that a person would use. */
export function stretch(seconds) {
  for (const [unit, length] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (seconds >= 1.5 * length) return `${one.format(seconds / length)} ${unit}s`;
  }
  return seconds >= 60 ? '1 minute' : `${whole.format(seconds)} seconds`;
}

/** A share between 0 and 1 that is not shown as nothing where it is little. */
export const part = (value) => (value > 0 && value < 0.001 ? '< 0.1%' : share(value));

const pace = (value) => whole.format(value);

/** What undefined means, by the server's code. */
const reasons = {
  'no-batch-measured': 'No batch was measured in this week.',
  'no-items': 'The batch had no items to compare.',
  'no-pairable-item': 'No item of the batch had two judgements.',
  'no-variation': 'All judgements name one label, so chance cannot be told from agreement.',
  'not-applicable': 'Agreement does not apply to this kind of task.',
  'no-judgements': 'Nothing was labelled in this week.',
  'no-active-time': 'The editor recorded no active time.',
  'no-gold-judged': 'No gold item was judged in this week.',
  'no-version-published': 'No batch became a dataset version in this week.',
};

export const reason = (code) => reasons[code] ?? `Reason: ${code}.`;

export const parts = {
  ingestion: 'Ingestion',
  'task-creation': 'Task creation',
  annotation: 'Annotation',
  'quality-assurance': 'Quality assurance',
  release: 'Release',
  approval: 'Waiting for approval',
  held: 'Held at a gate',
};

/** The four metrics in the order of the page; `show` makes a value of theirs readable. */
export const metrics = {
  agreement: {
    key: 'agreement',
    title: 'Agreement',
    about: 'Krippendorff’s alpha, or the exact F1 of spans, of the batch measured last',
    show: coefficient,
    interval: (low, high) => `95% interval ${coefficient(low)} to ${coefficient(high)}`,
    basis: (metric, project) =>
      project.measured.length > 1
        ? `${project.measured[0]}, ${plural(metric.count, 'item')}; ${count(project.measured.length)} batches were measured in this week.`
        : `${project.measured[0]}, ${plural(metric.count, 'item')}.`,
  },
  throughput: {
    key: 'throughput',
    title: 'Throughput',
    about: 'Judgements per person-hour at the editor',
    show: pace,
    interval: (low, high) => `95% interval ${pace(low)} to ${pace(high)}`,
    basis: (metric, project) => `${plural(metric.count, 'judgement')} on ${plural(project.personDays, 'person-day')}.`,
  },
  gold: {
    key: 'gold',
    title: 'Gold accuracy',
    about: 'Right judgements on items with a known answer',
    show: share,
    interval: (low, high) => `95% interval ${share(low)} to ${share(high)}`,
    basis: (metric) => `${plural(metric.count, 'gold judgement')}.`,
  },
  time: {
    key: 'timeToTraining',
    title: 'Time to training',
    about: 'From a batch’s arrival to its published version, median',
    show: stretch,
    interval: (low, high) => `Range ${stretch(low)} to ${stretch(high)}`,
    basis: (metric) => `${plural(metric.count, 'batch', 'batches')}.`,
  },
};

export const words = {
  eyebrow: 'Health review',
  week: (from, to) => `Week from ${dayMonth(from)} to ${date(to)}`,
  intro: 'Numbers of the whole team, to see where help is needed. None of them is about one person.',
  project: 'Project',
  compared: (at) => `Compared with the review of ${date(at)}`,
  first: 'The first review: nothing to compare with yet',
  quiet: (projects) => `${plural(projects, 'project')} without activity in eight weeks not shown`,
  nothing: 'Nothing to show',
  nothingMore: 'In the last eight weeks nothing was labelled, measured or published.',
  undefined: 'Undefined',
  noInterval: (metric) => (metric === 'time' ? 'One batch, so no range' : 'Too few person-days for an interval'),
  simulated: (some) => `Includes simulated people (${plural(some, 'judgement')}).`,
  whereTimeGoes: 'Where the time went',
  labelled: (seconds) => `${stretch(seconds)} of active labelling in it, all people together.`,
  byWeek: 'By week',
  weekTo: 'Week to',
  value: 'Value',
  chart: (title, values) => `${title} of the last weeks, oldest first: ${values.join(', ')}`,
  none: 'undefined',
  overridden: 'Accepted against a gate',
  overriddenAbout: 'Held batches that somebody accepted with a reason',
  overriddenBatches: (now, batches) => (now ? `on ${plural(batches, 'batch', 'batches')}; each stands in the card of its dataset` : 'no gate was overridden in this week'),
  overriddenBefore: (weeks) => `In the weeks before, oldest first: ${weeks.map(count).join(', ')}.`,
  batchesOf: (project) => `Batches of ${project}, with their items and quality`,
  proposals: 'Proposed actions',
  proposalsHint: 'Tick what you accept; the others are recorded as not accepted.',
  noProposals: 'The figures give no reason to change anything.',
  decidedLast: 'Decided last time:',
  minutes: 'Minutes',
  minutesHint: 'What was talked about and who does what. No personal data.',
  close: 'Close review',
  closing: 'Closing…',
  closed: 'Closed. Figures, decisions and minutes are kept.',
};

/** What changed since the last review, as a sentence. */
export function changed(name, metric, previousTo) {
  const { show } = metrics[name];
  const now = metric.weeks[metric.weeks.length - 1];
  if (!previousTo) return null;
  const before = metric.previous;
  const since = dayMonth(previousTo);
  if (!before) return `Not part of the review of ${since}.`;
  if (before.value === null && now.value === null) return `Undefined at the review of ${since}, too.`;
  if (before.value === null) return `Undefined at the review of ${since}.`;
  if (now.value === null) return `It was ${show(before.value)} at the review of ${since}.`;
  if (show(before.value) === show(now.value)) return `Unchanged since the review of ${since}.`;
  const way = name === 'time' ? ['Longer', 'Shorter'] : ['Up', 'Down'];
  const from = `${now.value > before.value ? way[0] : way[1]} from ${show(before.value)} on ${since}`;
  if (name === 'time' || now.low === null || before.low === null) return `${from}.`;
  const overlap = now.low <= before.high && before.low <= now.high;
  return `${from}; ${overlap ? 'the intervals overlap, so it may be chance.' : 'more than chance explains.'}`;
}

/** The trend of the throughput, as a sentence. */
export function trendOf({ pValue, sharePerWeek, weeks }) {
  if (pValue === null) return `No trend yet: it takes five weeks with labelling, there ${weeks === 1 ? 'is' : 'are'} ${count(weeks)}.`;
  const chance = pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toFixed(pValue < 0.01 ? 3 : 2)}`;
  const over = `over ${plural(weeks, 'week')} (${chance})`;
  if (pValue > 0.05) return `No trend ${over}.`;
  return `${sharePerWeek > 0 ? 'Rising' : 'Falling'} by ${share(Math.abs(sharePerWeek))} a week ${over}.`;
}
