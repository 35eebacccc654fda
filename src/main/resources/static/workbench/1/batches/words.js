// Every sentence of the data manager's page. Functions take numbers, codes and user ids.

import { date } from '../figures.js';

const number = new Intl.NumberFormat('en-GB');
export const count = (value) => number.format(value);
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

export const stages = ['ingestion', 'task-creation', 'annotation', 'quality-assurance', 'release'];
export const states = ['running', 'waiting', 'held', 'failed', 'done', 'stopped'];

const stageNames = {
  ingestion: 'Ingestion',
  'task-creation': 'Task creation',
  annotation: 'Annotation',
  'quality-assurance': 'Quality assurance',
  release: 'Release',
};
export const stageName = (id) => stageNames[id] ?? id;

const pools = { datamanager: 'data manager', reviewer: 'reviewer', privacyofficer: 'privacy officer', processowner: 'process owner', annotator: 'annotator', 'camunda-admin': 'administrator' };

const work = { 'label-items': 'annotator', 'adjudicate-items': 'adjudicator' };
const queued = { 'queued-annotation': 'annotator', 'queued-adjudication': 'adjudicator' };

/** "a-new-task" as "a new task". */
const verb = (task) => task.replace(/-/g, ' ');

const named = (people, total) => (total > people.length ? `${people.join(', ')}…` : people.join(', '));

/**
 * "3 annotators: anna, ben…; 5 packages open", "data manager: resolve held batch".
 * @param {{task: string, people: string[], peopleCount: number, tasks: number}} wait
 * @param {number} openPackages
 */
export function waitSentence(wait, openPackages) {
  const worker = work[wait.task];
  if (worker) return `${plural(wait.peopleCount, worker)}: ${named(wait.people, wait.peopleCount)}; ${plural(openPackages, 'package')} open`;
  if (queued[wait.task]) return `${plural(wait.peopleCount, queued[wait.task])} busy with other batches: ${named(wait.people, wait.peopleCount)}; ${plural(wait.tasks, 'package')} queued`;
  if (wait.task === 'queued-clarification') return `${named(wait.people, wait.peopleCount)}: clarifies the guideline first; ${plural(wait.tasks, 'package waits', 'packages wait')} to be looked at again`;
  const who = wait.people.map((each) => pools[each] ?? each);
  return `${named(who, wait.peopleCount) || 'nobody yet'}: ${verb(wait.task)}`;
}

export const pageWords = {
  title: 'Batches',
  tasks: 'Tasks',
  people: 'People',
  gold: 'Gold',
  qualityOf: (batch) => `Quality of ${batch}`,
  newest: 'newest first',
  older: 'Older batches',
  any: 'any',
  none: 'No batch fits. Change the filter above.',
  noneAtAll: 'No batch yet. Start one above: choose a project and its files.',
  heads: ['Batch', 'Project', 'Stage', 'State', 'Waits for', 'Progress'],
  since: (ago) => `since ${ago}`,
  progress: (done, planned) => `${count(done)} of ${count(planned)}`,
  progressTitle: (done, planned) => `${plural(done, 'judgement')} of ${plural(planned, 'planned assignment')}`,
  notPlanned: 'not planned yet',
  openTask: 'Open the task',
  stale: (sentence) => `Not up to date: ${sentence}`,
  cannotShow: 'This cannot be shown',
  steps: (current, state) => `${stageName(stages[current])}, step ${current + 1} of ${stages.length}, ${state}`,
};

export const startWords = {
  button: 'Start a batch',
  title: 'Start a batch',
  project: 'Project',
  choose: 'choose one',
  files: 'Files',
  hint: 'Rows as JSON Lines (.jsonl, .ndjson) or CSV (.csv), each with its text in the field “text”; or documents, pictures, recordings and ZIP archives of them, also in one another. Drop them here or choose them.',
  name: 'Name, if you like',
  namePlaceholder: 'Tickets of October',
  again: 'Start it all the same',
  cameBefore: ({ batch, at, files }) => `${plural(files.length, 'file')} came before, byte for byte: ${date(at)}, batch ${batch}. Nothing was started.`,
  remove: (name) => `Remove ${name}`,
  send: 'Start',
  cancel: 'Close',
  noProject: 'Choose the project first.',
  noFiles: 'Choose at least one file.',
  wrongKind: 'One JSON value does not say where a row ends. Save it as JSON Lines, one object a line.',
  empty: 'The file is empty.',
  sending: (share) => `${Math.floor(share * 100)} % sent`,
  checking: 'Sent. The server counts the rows…',
  started: (id) => `Batch ${id} has started.`,
  nothingLost: 'Nothing was started; the files are still chosen.',
};

export const detailWords = {
  facts: { project: 'Project', received: 'Received', ended: 'Ended', processes: 'Set of processes', waits: 'Waits for', progress: 'Judgements', forecast: 'Done about' },
  forecast: (earliest, latest) => (latest ? `between ${earliest} and ${latest} (95 %)` : `not before ${earliest} (95 %); the days differ too much to say more`),
  forecastTitle: ({ perDay, days }) => `From ${plural(days, 'day')} behind, ${count(Math.round(perDay))} a day on average, and how much they differ`,
  noForecast: 'not to be told before three days of work',
  by: (person) => `by ${person}`,
  acceptedBy: (person) => `${person} accepted the batch against this gate.`,
  counts: {
    ingestion: [['rows', 'rows received'], ['items', 'items'], ['duplicates', 'duplicates'], ['rejected', 'rejected'], ['quarantined', 'quarantined']],
    'task-creation': [['assignments', 'assignments'], ['workPackages', 'work packages']],
    annotation: [['judgements', 'judgements'], ['submittedPackages', 'packages submitted']],
    'quality-assurance': [['verdicts', 'verdicts']],
    release: [['records', 'records']],
  },
  quality: 'Quality of this batch',
  stages: 'Stages',
  items: 'Look at its items',
  manifest: 'Manifest, one line per row',
  shortage: 'Short of people',
  shortItems: (items, all) => `${plural(items, 'item')} of ${count(all)} lack an annotator.`,
  people: (eligible, needed) => `Each item needs ${needed}; ${plural(eligible, 'annotator is', 'annotators are')} eligible now.`,
  enoughNow: 'That is enough: repeat the stage to plan again.',
  reasons: (absent, unskilled, conflicted) =>
    [
      absent ? `${count(absent)} absent` : '',
      unskilled ? `${count(unskilled)} without the project’s skill` : '',
      conflicted ? `${count(conflicted)} of a department in conflict` : '',
    ].filter((each) => each).join(', '),
  notEligible: (reasons) => `Not eligible: ${reasons}.`,
  nobodyElse: 'There is no other annotator: ask an administrator to add people.',
  gates: 'Gates',
  noGates: 'No gate has decided yet.',
  rule: 'rule',
  packages: 'Work packages by person',
  packagesNote: 'what is still to be done',
  packagesFirst: 'the first five hundred people',
  noPackages: 'No work package yet.',
  packageHeads: ['Person', 'Work', 'Now', 'Open since', 'Due', 'Queued', 'Submitted', 'Items done'],
  kinds: { annotation: 'labelling', adjudication: 'adjudication' },
  nowOpen: (answered, items) => `package open, ${count(answered)} of ${plural(items, 'item')} answered`,
  nowElsewhere: (batch) => `busy with ${batch}`,
  nowQueued: 'not offered yet',
  nowDone: 'all submitted',
  overdue: 'overdue',
};

export const goldWords = {
  title: 'Gold',
  note: 'Known answers that lie hidden in everybody’s work. Nobody is given the same one again within 90 days.',
  project: 'Project',
  choose: 'choose one',
  supply: 'How long it lasts',
  supplyNote: 'at the pace of the last four weeks',
  inUse: 'In use',
  classes: 'By class',
  share: 'Share at first',
  percent: (share) => `${Math.round(share * 1000) / 10} %`,
  heads: ['Person', 'Share next', 'Left now', 'Resting', 'A day', 'Lasts', 'Left by class'],
  pace: (perDay) => (Math.round(perDay * 10) / 10).toLocaleString('en-GB'),
  days: (days) => (days < 1 ? 'less than a day' : plural(Math.floor(days + 0.05), 'day')),
  noEnd: 'no end in sight',
  nobody: 'Nobody may label items of this project at present.',
  proposals: 'Waits for a second person',
  proposalsNote: 'not whoever proposed, labelled or decided it',
  noProposals: 'Nothing is proposed.',
  candidates: 'Settled items that may become gold',
  candidatesNote: 'classes with the least gold first',
  noCandidates: 'No item is left that a reviewer has settled in a batch that is done.',
  retired: 'Out of use because people dispute it',
  retiredNote: 'mend or remove it in the project’s file',
  retiredHeads: ['Gold item', 'Why', 'Since'],
  spans: (list) => list.join('; ') || 'nothing to mark',
  from: (batch) => `of ${batch}`,
  by: (person, at) => `proposed by ${person}, ${at}`,
  propose: 'Propose as gold',
  take: 'Take as gold',
  refuse: 'Refuse',
  another: 'waits for somebody else',
};
