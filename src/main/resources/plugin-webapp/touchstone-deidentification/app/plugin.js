// The page on which de-identification is tried, in Cockpit: an entry in the navigation and its route,
// for those who have no Tasklist. The page itself is loaded when it is opened.

const PAGE = '/workbench/1/redaction/page.js';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-redaction'));
};

/** Shows the entry to those whom the page would let in. */
const access = ['$rootScope', ($rootScope) => (done) => {
  fetch('/camunda/api/touchstone/v1/redaction/access', { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : { mayTry: false }))
    .then(({ mayTry }) => $rootScope.$applyAsync(() => done(null, mayTry)))
    .catch(() => done(null, false));
}];

export default [
  {
    id: 'touchstone-deidentification',
    pluginPoint: 'cockpit.navigation',
    priority: 4,
    properties: { priority: 4, label: 'De-identification', pagePath: '#/deidentification', access, checkActive: (address) => address.includes('#/deidentification') },
    render: (node) => {
      const link = document.createElement('a');
      link.href = '#/deidentification';
      link.textContent = 'De-identification';
      node.append(link);
    },
  },
  {
    id: 'touchstone-deidentification-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/deidentification' },
    render: (node) => void open(node),
  },
];
