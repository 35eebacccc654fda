// The page on which de-identification is tried, in Tasklist: an entry in the navigation and its
// route. The page itself is loaded when it is opened.

const PAGE = '/workbench/1/redaction/page.js';
const ACCESS = '/camunda/api/touchstone/v1/redaction/access';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-redaction'));
};

const mayTry = () =>
  fetch(ACCESS, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayTry: false }))
    .then((access) => access.mayTry)
    .catch(() => false);

/** Shows the entry to those whom the page would let in. */
const entry = async (node) => {
  if (!(await mayTry())) return;
  const link = document.createElement('a');
  link.href = '#/deidentification';
  link.textContent = 'De-identification';
  node.append(link);
};

export default [
  {
    id: 'touchstone-redaction',
    pluginPoint: 'tasklist.navbar.action',
    priority: 240,
    render: (node) => void entry(node),
  },
  {
    id: 'touchstone-redaction-page',
    pluginPoint: 'tasklist.route',
    properties: { path: '/deidentification' },
    render: (node) => void open(node),
  },
];
