// The data manager's page in Tasklist: an entry in the navigation and its routes. The page itself
// is loaded when it is opened.

const PAGE = '/workbench/1/batches/page.js';
const ACCESS = '/camunda/api/touchstone/v1/batches/access';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-batches'));
};

const route = (id, path) => ({
  id,
  pluginPoint: 'tasklist.route',
  properties: { path },
  render: (node) => void open(node),
});

const mayManage = () =>
  fetch(ACCESS, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayManage: false }))
    .then((access) => access.mayManage)
    .catch(() => false);

/** Shows the entry to those whom the page would let in. */
const entry = async (node) => {
  if (!(await mayManage())) return;
  const link = document.createElement('a');
  link.href = '#/batches';
  link.textContent = 'Batches';
  node.append(link);
};

export default [
  {
    id: 'touchstone-batches',
    pluginPoint: 'tasklist.navbar.action',
    priority: 250,
    render: (node) => void entry(node),
  },
  route('touchstone-batches-list', '/batches'),
  route('touchstone-batches-one', '/batches/:id'),
  route('touchstone-batches-supply', '/supply'),
  route('touchstone-batches-items', '/items/:id'),
  route('touchstone-quality', '/quality/:id'),
];
