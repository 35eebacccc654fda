// The privacy officer's page in Tasklist: an entry in the navigation and its routes. The page itself
// is loaded when it is opened.

const PAGE = '/workbench/1/manifests/page.js';
const ACCESS = '/camunda/api/touchstone/v1/manifests/access';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-manifests'));
};

const route = (id, path) => ({
  id,
  pluginPoint: 'tasklist.route',
  properties: { path },
  render: (node) => void open(node),
});

const mayErase = () =>
  fetch(ACCESS, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayErase: false }))
    .then((access) => access.mayErase)
    .catch(() => false);

/** Shows the entry to those who answer for what was removed. */
const entry = async (node) => {
  if (!(await mayErase())) return;
  const link = document.createElement('a');
  link.href = '#/manifests';
  link.textContent = 'Manifests';
  node.append(link);
};

export default [
  {
    id: 'touchstone-manifests',
    pluginPoint: 'tasklist.navbar.action',
    priority: 240,
    render: (node) => void entry(node),
  },
  route('touchstone-manifests-list', '/manifests'),
  route('touchstone-manifests-one', '/manifests/:id'),
];
