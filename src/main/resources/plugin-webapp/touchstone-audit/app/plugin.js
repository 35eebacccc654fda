// The auditor's page in Cockpit: an entry in the navigation and its routes. The page itself is
// loaded when it is opened.

const PAGE = '/workbench/1/audit/page.js';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-audit'));
};

const route = (id, path) => ({
  id,
  pluginPoint: 'cockpit.route',
  properties: { path },
  render: (node) => void open(node),
});

/** Cockpit's own pages show all projects at once; who may know some finds them closed. */
const closeOthers = ({ everyProject }) => document.body.classList.toggle('touchstone-known-projects', everyProject === false);

/** Shows the entry to those whom the page would let in. */
const access = ['$rootScope', ($rootScope) => (done) => {
  fetch('/camunda/api/touchstone/v1/audit/access', { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayInspect: false }))
    .then((answer) => {
      closeOthers(answer);
      $rootScope.$applyAsync(() => done(null, answer.mayInspect));
    })
    .catch(() => done(null, false));
}];

export default [
  {
    id: 'touchstone-audit',
    pluginPoint: 'cockpit.navigation',
    priority: 150,
    properties: { priority: 150, label: 'Audit', pagePath: '#/audit', access, checkActive: (address) => address.includes('#/audit') },
    render: (node) => {
      const link = document.createElement('a');
      link.href = '#/audit';
      link.textContent = 'Audit';
      node.append(link);
    },
  },
  route('touchstone-audit-batches', '/audit'),
  route('touchstone-audit-record', '/audit/:kind/:id'),
];
