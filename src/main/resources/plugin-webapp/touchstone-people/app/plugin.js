// The page People in Tasklist: an entry in the navigation and its routes. The page itself is loaded
// when it is opened.

const PAGE = '/workbench/1/people/page.js';
const ACCESS = '/camunda/api/touchstone/v1/people-access';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-people'));
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
  link.href = '#/people';
  link.textContent = 'People';
  node.append(link);
};

export default [
  {
    id: 'touchstone-people',
    pluginPoint: 'tasklist.navbar.action',
    priority: 240,
    render: (node) => void entry(node),
  },
  route('touchstone-people-list', '/people'),
  route('touchstone-people-one', '/people/:id'),
];
