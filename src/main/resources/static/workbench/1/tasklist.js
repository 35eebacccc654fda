// What the components know of Camunda's Tasklist: which task is open, how to open another one,
// how to give the editor the full width. Works without Tasklist too, then does nothing.

const FOCUS = 'touchstone-focus';
const COLUMNS = ['filters-column-close', 'list-column-close'];
const SCOPE_MILLIS = 3000;
const POLL_MILLIS = 40;
const LINGER_MILLIS = 1500;

const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

function hashQuery() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query) };
}

function scopeOf(element) {
  const form = element.closest('form');
  return form && window.angular ? window.angular.element(form).scope() : undefined;
}

function taskOf(scope) {
  for (let at = scope; at; at = at.$parent) {
    const id = at.camForm?.taskId ?? at.task?.id;
    if (id) return id;
  }
  return null;
}

/**
 * The id of the task whose form holds this element. The form's scope may come later than the
 * element, so it is asked for three seconds; then the address bar decides.
 */
export async function taskIdOf(element) {
  if (!window.angular) return hashQuery().query.get('task');
  const until = performance.now() + SCOPE_MILLIS;
  while (performance.now() < until && element.isConnected) {
    const id = taskOf(scopeOf(element));
    if (id) return id;
    await wait(POLL_MILLIS);
  }
  return hashQuery().query.get('task');
}

/** Keeps Tasklist from writing the form to localStorage and from completing the task by itself. */
export async function guardForm(element) {
  const until = performance.now() + SCOPE_MILLIS;
  while (window.angular && performance.now() < until && element.isConnected) {
    const form = scopeOf(element)?.camForm;
    if (form) {
      form.on('store', () => (form.storePrevented = true));
      form.on('submit', () => (form.submitPrevented = true));
      return;
    }
    await wait(POLL_MILLIS);
  }
}

/** Ctrl+Enter and plain Enter would reach Tasklist and complete the task; they end here. */
export function keepKeysInside(element) {
  for (const event of ['keydown', 'keypress', 'keyup']) {
    element.addEventListener(event, (key) => {
      if (key.key === 'Enter') key.stopPropagation();
    });
  }
  element.closest('form')?.addEventListener('submit', (submit) => {
    submit.preventDefault();
    submit.stopPropagation();
  });
}

function tasklistData() {
  const root = window.angular?.element(document.body).injector()?.get('$rootScope');
  const scopes = root ? [root] : [];
  while (scopes.length) {
    const scope = scopes.shift();
    if (scope.tasklistData) return scope.tasklistData;
    for (let child = scope.$$childHead; child; child = child.$$nextSibling) scopes.push(child);
  }
  return null;
}

function setTask(taskId) {
  const { path, query } = hashQuery();
  query.delete('detailsTab');
  if (taskId) query.set('task', taskId);
  else query.delete('task');
  const text = query.toString();
  location.hash = text ? `#${path}?${text}` : `#${path}`;
}

/** Asks Tasklist to read its list again. */
export function refreshList() {
  const data = tasklistData();
  const root = window.angular?.element(document.body).injector()?.get('$rootScope');
  if (data && root) root.$applyAsync(() => data.changed('taskList'));
}

/** Leaves a task that is done: opens the next one, or none, and reads the list again. */
export function leaveFor(nextTaskId) {
  setTask(nextTaskId);
  refreshList();
}

export const insideTasklist = () => Boolean(document.querySelector('[cam-tasklist-task]'));

let restoring = 0;
let closedByUs = [];

/** Full width for the editor: task list and filters step aside. */
export function focusOn() {
  clearTimeout(restoring);
  if (!insideTasklist()) return;
  document.body.classList.add(FOCUS);
  for (const column of COLUMNS) {
    if (document.body.classList.contains(column)) continue;
    document.body.classList.add(column);
    closedByUs.push(column);
  }
}

/** Back to the columns the person had. */
export function focusOff() {
  document.body.classList.remove(FOCUS);
  document.body.classList.remove(...closedByUs);
  closedByUs = [];
}

export const focused = () => document.body.classList.contains(FOCUS);

/** After the editor has gone: the columns come back, unless the next editor opens in the meantime. */
export function focusOffSoon() {
  clearTimeout(restoring);
  restoring = setTimeout(focusOff, LINGER_MILLIS);
}
