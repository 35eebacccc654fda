// Every sentence of the data manager's page. Functions take numbers, codes and user ids.

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
  facts: { project: 'Project', received: 'Received', ended: 'Ended', processes: 'Set of processes', waits: 'Waits for', progress: 'Judgements' },
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

export const peopleWords = {
  title: 'People',
  note: 'open and queued packages of each',
  heads: ['Person', 'Roles', 'Open', 'Queued', 'Available', ''],
  away: (until) => (until ? `absent until ${until}` : 'absent'),
  available: 'yes',
  setAway: 'Mark absent',
  setBack: 'Mark available',
  none: 'Nobody is registered.',
};
