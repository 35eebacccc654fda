// A person's own password in Tasklist: an entry in the navigation, and what the owner has to know
// of it. The form itself is loaded when it is needed.

const PAGE = '/workbench/1/account/password.js';
const END = '/workbench/1/account/session-end.js';
const PLACE = '/workbench/1/session/place.js';
const TOKENS = '/workbench/1/account/tokens.js';
const STATE = '/camunda/api/touchstone/v1/me/password';
const FIRST = '/camunda/api/touchstone/v1/me/first-password';
const FIRST_NOTICE =
  'You have logged in with a first password, which somebody else knows. Choose your own now: nothing else opens before.';

const show = async (state) => {
  const { showPassword } = await import(PAGE);
  showPassword(state);
};

const read = (address) =>
  fetch(address, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);

const entry = async (node) => {
  const [own, first] = await Promise.all([read(STATE), read(FIRST)]);
  if (!own) return;
  const [{ sessionOpen }, { forgetNote }] = await Promise.all([import(PLACE), import(END)]);
  sessionOpen();
  forgetNote();
  const state = first?.needed ? { notice: FIRST_NOTICE, stays: true, first: true } : own;
  const link = document.createElement('a');
  link.href = '#';
  link.textContent = 'Password';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    show(first?.needed ? state : { notice: '', stays: false });
  });
  node.append(link);
  if (own.usesTokens) node.append(tokensLink());
  if (state.notice) await show(state);
};

const tokensLink = () => {
  const link = document.createElement('a');
  link.href = '#/tokens';
  link.textContent = 'Tokens';
  return link;
};

const tokens = async (node) => {
  await import(TOKENS);
  node.append(document.createElement('touchstone-tokens'));
};

const login = async (node) => {
  const { showSessionEnd } = await import(END);
  showSessionEnd(node);
};

export default [
  {
    id: 'touchstone-session-end',
    pluginPoint: 'tasklist.login',
    priority: 100,
    render: (node) => void login(node),
  },
  {
    id: 'touchstone-account',
    pluginPoint: 'tasklist.navbar.action',
    priority: 100,
    render: (node) => void entry(node),
  },
  {
    id: 'touchstone-tokens',
    pluginPoint: 'tasklist.route',
    properties: { path: '/tokens' },
    render: (node) => void tokens(node),
  },
];
