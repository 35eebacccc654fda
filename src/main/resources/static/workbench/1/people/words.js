// Every sentence of the page People. Functions take numbers, codes and user ids.

const number = new Intl.NumberFormat('en-GB');
const count = (value) => number.format(value);
const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** Roles by their codes, with what each is for; in the order in which they are offered. */
export const roles = {
  annotator: ['Annotator', 'labels items'],
  reviewer: ['Reviewer', 'decides where labels differ'],
  datamanager: ['Data manager', 'delivers batches, plans, approves'],
  privacyofficer: ['Privacy officer', 'checks what was removed from texts'],
  guidelineowner: ['Guideline owner', 'writes the guideline'],
  processowner: ['Process owner', 'reads and changes processes'],
  auditor: ['Auditor', 'reads every record, changes nothing'],
  trainingengineer: ['Training engineer', 'fetches finished datasets'],
  'camunda-admin': ['Administrator', 'gives roles and confirms accounts; may do everything'],
};

export const roleName = (code) => roles[code]?.[0] ?? code;

export const states = { here: 'here', away: 'away', 'no-work-yet': 'has no work yet', other: 'does not label', left: 'has left' };

export const waysIn = {
  password: 'logs in with a password of their own',
  'first-password': 'has a first password, which has to be changed at the first login',
  link: 'has a one-time link that was not used yet',
  'link-ended': 'had a one-time link that is too old',
  none: 'cannot log in',
};

export const weekdays = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' };

export const kinds = {
  person: ['a person', 'user id', 'She does not review or adjudicate that person’s work.'],
  source: ['a source', 'name of the source', 'A ward, a branch, a shop: where items come from.'],
  subject: ['a subject', 'how deliveries name it', 'Whom items are about or were written by: a patient number, an author.'],
  project: ['a project', 'key of the project', 'She gets no item of it from now on.'],
};

export const listWords = {
  title: 'People',
  tasks: 'Tasks',
  batches: 'Batches',
  add: 'Add a person',
  file: 'Add from a list',
  section: 'Who is here',
  found: (shown, total) => (shown < total ? `the first ${count(shown)} of ${count(total)}; narrow the filter to see others` : plural(total, 'person', 'people')),
  search: 'Name or user id',
  role: 'Role',
  state: 'State',
  any: 'any',
  heads: ['Person', 'Roles', 'Department', 'Skills', 'State', { text: 'Work packages', class: 'number' }, ''],
  none: 'Nobody fits. Change the filter above.',
  noneAtAll: 'Nobody is here yet. Add the first person above.',
  makeAnnotator: 'Give work',
  makeAnnotatorOf: (id) => `Give ${id} a place in planning`,
  gaveWork: (id) => `${id} has a place in planning now. Open the person to give skills: work is planned only for those with the skill that a project asks for.`,
  awayUntil: (day) => `away until ${day}`,
  leaves: (day) => `leaves on ${day}`,
  left: (day) => `left on ${day}`,
  simulated: 'simulated',
  unconfirmed: 'account not confirmed',
  packages: (open, queued) => `${count(open)} open, ${count(queued)} waiting`,
  cannotShow: 'This page cannot be shown',
};

export const addWords = {
  title: 'Add a person',
  id: 'User id',
  idHelp: 'With what the person logs in. 2 to 64 letters and digits, and it stays the same for good. Usual: the id that the person has in your house anyway.',
  name: 'Name',
  nameHelp: 'Under which data managers and administrators see the person. It stands in no audit trail and in no dataset.',
  mail: 'Mail (may be left out)',
  mailHelp: 'For you to reach the person; nothing is sent there by itself.',
  roles: 'What the person is going to do',
  rolesHelp: 'Usual: annotator. All other roles are given by an administrator.',
  department: 'Department (may be left out)',
  departmentHelp: 'A project can be kept from a whole department. Usual: the unit where the person works.',
  skills: 'Skills (may be left out)',
  skillsHelp: 'Work of a project is planned only for those with the skill that it asks for. Several with commas between; a level from 0 to 1 after an equals sign, 1 where none is said: claims, notes=0.8.',
  known: (skills) => (skills.length ? `Known: ${skills.join(', ')}.` : 'No project asks for a skill yet; write the one that yours is going to ask for.'),
  first: 'First way in',
  link: 'One-time link',
  linkHelp: 'Usual. You hand it over, the person chooses a password with it; nobody else ever knows it.',
  password: 'First password',
  passwordHelp: 'Drawn for you. It has to be changed at the first login, and until then it opens nothing else.',
  send: 'Add',
  cancel: 'Cancel',
  added: (id) => `${id} is added.`,
};

export const entryWords = {
  link: 'One-time link',
  password: 'First password',
  copy: 'Copy',
  copied: 'Copied.',
  ends: (when) => `Good until ${when}.`,
};

export const fileWords = {
  title: 'Add from a list',
  file: 'CSV file',
  help: 'As a spreadsheet saves it (CSV UTF-8). The first line names the columns: id, name, mail, roles, department, skills, capacity, days, conflicts, in any order; id and name are enough. Several skills, roles or conflicts of a person have | between: claims | notes=0.8, and person:ben | project:claims. People who are here already are brought up to date; nothing is taken from them.',
  example: 'id,name,department,skills,capacity,days\nada,Ada Arlt,claims,claims=0.8 | notes,120,mon-fri',
  newSkills: 'Allow skills that nobody has yet',
  newSkillsHelp: 'Off is usual: a skill that is misspelt is found then. On for the first list of all.',
  tryOut: 'Try out',
  tryOutHelp: 'Trying out changes nothing and shows what each line would do.',
  take: (n) => `Take ${plural(n, 'line')}`,
  nothing: 'The list changes nothing.',
  noFile: 'Choose a file first.',
  heads: [{ text: 'Line', class: 'number' }, 'Person', 'Outcome', 'What'],
  outcomes: { added: 'will be added', changed: 'will be changed', unchanged: 'stays as it is', refused: 'cannot be taken' },
  done: { added: 'added', changed: 'changed', unchanged: 'stayed as it was', refused: 'refused' },
  sum: (answer) => `${count(answer.added)} new, ${count(answer.changed)} changed, ${count(answer.unchanged)} as they are, ${count(answer.refused)} refused.`,
  mend: 'Mend the lines that cannot be taken and try the list out again: it is taken as a whole or not at all.',
  taken: (answer) => `Done: ${count(answer.added)} added, ${count(answer.changed)} changed.`,
  links: 'One-time links',
  linksHelp: 'Each opens once, for choosing a password. They are shown this once: save them or hand them over now.',
  save: 'Save as a file',
};

export const departmentWords = {
  title: 'Departments that do not label a project',
  note: 'Items of a project must not be judged by those they come from',
  heads: ['Project', 'Departments kept away', ''],
  none: 'There is no project yet.',
  nobody: 'none',
  add: 'Keep away',
  choose: 'Department',
  remove: (department) => `Let ${department} label again`,
};

export const oneWords = {
  back: 'People',
  roles: 'Roles',
  rolesNote: 'given by an administrator, never to oneself',
  saveRoles: 'Save roles',
  account: 'Account',
  save: 'Save',
  saved: 'Saved.',
  entry: 'Way in',
  newLink: 'New one-time link',
  newPassword: 'New first password',
  entryHelp: 'For somebody whose link is too old or who has forgotten the password. The owner is told, and for a day the account approves nothing.',
  planning: 'Work',
  planningNote: 'decides which work is planned for the person',
  skill: 'Skill',
  skillHelp: 'As a project asks for it.',
  level: 'Level',
  levelHelp: 'Above 0 to 1; 1 is usual.',
  give: 'Give',
  skillHeads: ['Skill', { text: 'Level', class: 'number' }, 'Since', 'Take away'],
  noSkills: 'No skill yet: no work is planned.',
  take: (skill) => `Take ${skill} away`,
  conflicts: 'Conflicts',
  conflictsNote: 'seen by data managers and administrators alone',
  conflictKind: 'Conflict with',
  conflictHeads: ['With', 'Which', 'Noted by', 'Take back'],
  noConflicts: 'None is noted.',
  note: 'Note',
  withdraw: (value) => `Take back the conflict with ${value}`,
  time: 'Working time',
  minutes: 'Minutes a day',
  minutesHelp: 'How long the person has for this work on a working day. Usual: 40 to 120. Empty: nobody has said.',
  days: 'Working days',
  daysHelp: 'Usual: Monday to Friday. None: nobody has said.',
  absences: 'Absences',
  absencesNote: 'begin and end by themselves; open and waiting work goes to others on the first day',
  absenceHeads: ['From', 'To', 'State', 'Take back'],
  noAbsences: 'None is noted.',
  from: 'First day away',
  to: 'Last day away',
  begun: 'has begun',
  ahead: 'is ahead',
  withdrawAbsence: (from) => `Take back the absence from ${from}`,
  away: 'Away until further notice.',
  isBack: 'Is back',
  makers: 'Who made this account',
  makersNote: 'opposite to them it is no second person until another administrator has confirmed it',
  makerHeads: ['Who', 'How', 'When', 'Confirmed by'],
  hows: { created: 'made it with a first password', invited: 'invited with a link', reset: 'set the password or made a new link' },
  unconfirmed: 'nobody yet',
  confirm: 'Confirm that it is its owner’s alone',
  confirmHelp: 'Only after you have spoken to the person and heard that nobody else can log in.',
  leaving: 'Leaving',
  leavingHelp: 'On that day the person’s work goes to others and the account is closed: nobody can log in with it. What the person did stays in the history.',
  on: 'First day no longer here',
  leave: 'Note the leaving',
  leaves: (day) => `Leaves on ${day}.`,
  left: (day) => `Left on ${day}. The account is closed.`,
  stay: 'Take the leaving back',
  moved: (n) => (n ? `${plural(n, 'item')} went to others.` : 'There was no work to give to others.'),
  noWork: 'The role is there, the place in planning is missing: no work is planned for this person.',
  giveWork: 'Give work',
  otherWork: 'This person does not label, so there is nothing to plan.',
  department: 'Department',
};

export const invitationWords = {
  title: 'Your account',
  lead: (user) => `Your user id is ${user}. Choose the password with which you are going to log in.`,
  password: 'Password',
  again: 'The same once more',
  help: 'At least 12 characters; four words that have nothing to do with each other are good.',
  differ: 'The two are not the same. Type the password again.',
  send: 'Set the password',
  done: 'Your password is set',
  doneHint: (user) => `Log in with ${user} and your password.`,
  logIn: 'Log in',
  missing: 'A part of the link is missing. Open it as it was sent to you, whole.',
  offline: 'The server cannot be reached. Try again.',
};
