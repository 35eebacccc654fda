// What the page of projects says: each field with what it does and what is usual.

/** @typedef {{key, title, what, usual, kind, min, max, step, choices, only}} Field */

export const fields = {
  about: [
    { key: 'name', title: 'Name', what: 'What people see in lists and above each item.', usual: 'Two or three words.' },
    { key: 'description', title: 'Question', what: 'What is asked about each item. It stands in published datasets, too.', usual: 'One sentence.', kind: 'long' },
    { key: 'skill', title: 'Skill', what: 'Only people who have this skill are given items of this project.', usual: 'The key of the project.' },
    { key: 'licence', title: 'Licence of the dataset', what: 'An SPDX id that each published version carries.', usual: 'LicenseRef-internal, or CC0-1.0 for open data.' },
    { key: 'formats', title: 'Formats of the dataset', what: 'JSON Lines says all of each record and is always there. Others stand beside it; what one of them leaves out is counted on the dataset’s card.', usual: 'JSON Lines alone.', kind: 'formats' },
    { key: 'creator', title: 'Published by', what: 'Stands in each published version.', usual: 'Your organisation and office.' },
    { key: 'contact', title: 'Contact', what: 'Where users of the dataset turn to.', usual: 'An address that outlives persons.' },
  ],
  labels: [
    { key: 'from', title: 'Lowest point', what: 'A whole number, 0 or more.', usual: '1', kind: 'number', min: 0, max: 99, only: 'scale' },
    { key: 'to', title: 'Highest point', what: 'So that there are 3 to 11 points.', usual: '5 or 7', kind: 'number', min: 2, max: 109, only: 'scale' },
    { key: 'low', title: 'What the lowest means', what: 'Stands beside its number.', usual: 'Two words.', only: 'scale' },
    { key: 'high', title: 'What the highest means', what: 'Stands beside its number.', usual: 'Two words.', only: 'scale' },
    { key: 'goldDistance', title: 'Gold may be missed by', what: 'Points up to which a known answer counts as given rightly.', usual: '0; 1 on long scales', kind: 'number', min: 0, max: 9, only: 'scale' },
  ],
  question: [
    { key: 'ask', title: 'Question', what: 'The sentence that people read.', usual: 'One short sentence.' },
    { key: 'id', title: 'Id', what: 'Its answers are kept under it; it stays as it is once items are labelled.', usual: 'One word in small letters.' },
    { key: 'kind', title: 'Answered with', what: 'One label, several, a point of a scale, or marked places.', kind: 'choice' },
    { key: 'optional', title: 'May be left out', what: 'People may go on without an answer. Not for the first question.', usual: 'Off', kind: 'switch' },
    { key: 'whenQuestion', title: 'Asked', what: 'Always, or only after certain answers to an earlier question.', usual: 'Always', kind: 'choice' },
    { key: 'whenLabels', title: 'After these answers', what: 'Ids of labels, or points, with commas between them. Empty where it is always asked.' },
  ],
  people: [
    { key: 'annotatorsPerItem', title: 'People per item', what: 'How many different people label each item. More people: surer results, higher cost.', usual: '2 or 3', kind: 'number', min: 1, max: 20 },
    { key: 'maxAnnotatorsPerItem', title: 'At most', what: 'Where the first ones leave an item unsure, one more is asked, up to this many; then a reviewer decides.', usual: 'One more than above.', kind: 'number', min: 1, max: 20 },
    { key: 'goldShare', title: 'Share of gold', what: 'Known answers in a person’s first 100 items. They look like any other item and show how reliable the labels are; the share falls by itself once that is known.', usual: '0.1 to 0.2; 0 without gold', kind: 'number', min: 0, max: 0.5, step: 0.01 },
    { key: 'secondPerson', title: 'Second person', what: 'A version of this project is published by somebody else than who made it.', usual: 'On, where the data are used for decisions about people.', kind: 'switch' },
  ],
  limits: [
    { key: 'aql', title: 'Wrong labels still accepted, in percent', what: 'From it follows how many items a reviewer looks at blindly, and how many of them may be wrong.', usual: '2.5; 1.0 is stricter, 4.0 more lenient', kind: 'number', min: 0.01, max: 10, step: 0.01 },
    { key: 'leakLimit', title: 'Items that may still show personal data', what: 'The privacy officer’s sample is large enough to rule out more, as a share of a batch.', usual: '0.05, which is one in twenty', kind: 'number', min: 0.001, max: 0.5, step: 0.001 },
    { key: 'medianSecondsPerItem', title: 'Seconds an item takes', what: 'Used to plan the work; measured times replace it in forecasts.', usual: '10 to 60', kind: 'number', min: 0.1, max: 86400, step: 0.1 },
    { key: 'packageMinutes', title: 'Minutes a package takes', what: 'How much work a person takes at a time.', usual: '20 to 45', kind: 'number', min: 1, max: 480 },
    { key: 'minimumSecondsPerItem', title: 'Fastest believable seconds', what: 'A package of which half of the items came faster is not believed.', usual: '1 to 4', kind: 'number', min: 0, max: 3600, step: 0.1 },
    { key: 'goldSpanF1', title: 'Gold counts as right from', what: 'Exact F1 between a person’s marks and the known ones.', usual: '0.8', kind: 'number', min: 0.01, max: 1, step: 0.01, only: 'spans' },
    { key: 'overlappingSpans', title: 'Marks may overlap', what: 'Two marks may share text; otherwise they may only touch.', usual: 'Off', kind: 'switch', only: 'spans' },
    { key: 'noneAllowed', title: 'An item may have no class', what: 'People may say that no class applies.', usual: 'Off', kind: 'switch', only: 'classes' },
    { key: 'goldClassesF1', title: 'Gold counts as right from', what: 'F1 between the classes somebody chose and the known ones; 1 asks for exactly these.', usual: '1', kind: 'number', min: 0.01, max: 1, step: 0.01, only: 'classes' },
    { key: 'rawRetentionDays', title: 'Days until raw files are erased', what: 'Counted from the end of a batch. Empty: only when a privacy officer erases them.', usual: '90 to 365', kind: 'number', min: 1, max: 36500, optional: true },
  ],
};

export const sections = [
  ['about', 'What is asked'],
  ['labels', 'Labels'],
  ['guideline', 'Guideline'],
  ['gold', 'Gold'],
  ['privacy', 'De-identification'],
  ['people', 'People per item'],
  ['limits', 'Limits'],
  ['shares', 'Shares and columns'],
  ['publish', 'Check and publish'],
];

/** Which section mends a fault, by its place. */
export const sectionOf = (where) => {
  for (const [section, list] of Object.entries(fields)) {
    if (list.some((each) => each.key === where)) return section;
  }
  if (where === 'guideline.md') return 'guideline';
  if (where === 'gold.jsonl') return 'gold';
  if (['labels', 'scale', 'questions', 'kind', 'required', 'when'].includes(where)) return 'labels';
  if (where === 'note') return 'publish';
  return ['splits', 'train', 'validation', 'test', 'delivery', 'encoding', 'text', 'id', 'source', 'department', 'author', 'subject', 'columns'].includes(where) ? 'shares' : 'privacy';
};

/** A key of project.yaml as people call it. */
export const fieldName = (key) => {
  const found = Object.values(fields).flat().find((each) => each.key === key);
  if (found) return found.title;
  return (
    {
      labels: 'Label',
      questions: 'Questions',
      kind: 'Answered with',
      required: 'May be left out',
      when: 'Asked',
      'guideline.md': 'Guideline',
      'gold.jsonl': 'Gold',
      'deny.txt': 'Always removed',
      'allow.txt': 'Never removed',
      deidentification: 'De-identification',
      deidentificationReason: 'Why nothing is removed',
      names: 'Known names',
      recognise: 'Found by context',
      splits: 'Shares',
      delivery: 'How deliveries are written',
      task: 'Kind of labelling',
    }[key] ?? key
  );
};

export const colours = ['blue', 'orange', 'green', 'red', 'pink', 'sky', 'olive', 'grey', 'violet'];

export const words = {
  title: 'Projects',
  tasks: 'Tasks',
  cannotShow: 'This page cannot be shown now',
  again: 'Try again',
  heads: ['Project', 'Kind', 'Labels', 'Version', 'Guideline', 'What can be done'],
  kinds: { classification: 'One label per item', spans: 'Marked places', classes: 'Several labels per item', scale: 'A point of a scale', questions: 'Several questions per item' },
  partKinds: [['classification', 'One label'], ['classes', 'Several labels'], ['scale', 'A point of a scale'], ['spans', 'Marked places']],
  none: 'There is no project yet. Begin with a template: a first version takes a few minutes.',
  noneToRead: 'There is no project yet.',
  newProject: 'New project',
  drafts: 'Drafts',
  draftOf: (base) => (base ? `Change of version ${base}` : 'New, not published yet'),
  waits: (who) => `Waits for a second person; ${who} asks for it`,
  editedBy: (who) => `last changed by ${who}`,
  edit: 'Change',
  goOn: 'Go on',
  readGuideline: 'Guideline',
  conflict: 'Folder and product differ',
};
