// The page of datasets in Tasklist: an entry in the navigation and its routes. The page itself is
// loaded when it is opened.

const PAGE = '/workbench/1/datasets/page.js';
const ACCESS = '/camunda/api/touchstone/v1/datasets/access';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-datasets'));
};

const route = (id, path) => ({
  id,
  pluginPoint: 'tasklist.route',
  properties: { path },
  render: (node) => void open(node),
});

const mayOpen = () =>
  fetch(ACCESS, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayOpen: false }))
    .then((access) => access.mayOpen)
    .catch(() => false);

/** Shows the entry to those whom the page has something for. */
const entry = async (node) => {
  if (!(await mayOpen())) return;
  const link = document.createElement('a');
  link.href = '#/datasets';
  link.textContent = 'Datasets';
  node.append(link);
};

export default [
  {
    id: 'touchstone-datasets',
    pluginPoint: 'tasklist.navbar.action',
    priority: 255,
    render: (node) => void entry(node),
  },
  route('touchstone-datasets-list', '/datasets'),
  route('touchstone-datasets-one', '/datasets/:id'),
];
