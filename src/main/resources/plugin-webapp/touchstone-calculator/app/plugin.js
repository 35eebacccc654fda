// The calculator in Cockpit: an entry in the navigation and its route, for everybody who works
// there. The page itself is loaded when it is opened.

const PAGE = '/workbench/1/calculator/page.js';

const open = async (node) => {
  await import(PAGE);
  node.append(document.createElement('touchstone-calculator'));
};

export default [
  {
    id: 'touchstone-calculator',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    properties: { priority: 5, label: 'Calculator', pagePath: '#/calculator', checkActive: (address) => address.includes('#/calculator') },
    render: (node) => {
      const link = document.createElement('a');
      link.href = '#/calculator';
      link.textContent = 'Calculator';
      node.append(link);
    },
  },
  {
    id: 'touchstone-calculator-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/calculator' },
    render: (node) => void open(node),
  },
];
