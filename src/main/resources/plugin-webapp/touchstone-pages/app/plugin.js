// The pages beside the tasks, from left to right as their entries stand in the bar.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

const PAGES = [
  {
    element: 'touchstone-projects',
    module: '/workbench/1/projects/page.js',
    text: 'Projects',
    access: 'project-drafts/access',
    right: 'mayOpen',
    places: ['/projects', '/projects/:id', '/guidelines/:id'],
  },
  {
    element: 'touchstone-datasets',
    module: '/workbench/1/datasets/page.js',
    text: 'Datasets',
    access: 'datasets/access',
    right: 'mayOpen',
    places: ['/datasets', '/datasets/:id'],
  },
  {
    element: 'touchstone-batches',
    module: '/workbench/1/batches/page.js',
    text: 'Batches',
    access: 'batches/access',
    right: 'mayManage',
    places: ['/batches', '/batches/:id', '/supply', '/items/:id', '/quality/:id'],
  },
  {
    element: 'touchstone-manifests',
    module: '/workbench/1/manifests/page.js',
    text: 'Manifests',
    access: 'manifests/access',
    right: 'mayErase',
    places: ['/manifests', '/manifests/:id'],
  },
  {
    element: 'touchstone-people',
    module: '/workbench/1/people/page.js',
    text: 'People',
    access: 'people-access',
    right: 'mayManage',
    places: ['/people', '/people/:id'],
  },
  {
    element: 'touchstone-redaction',
    module: '/workbench/1/redaction/page.js',
    text: 'De-identification',
    access: 'redaction/access',
    right: 'mayTry',
    places: ['/deidentification'],
  },
];

/** Higher stands further left. */
const FIRST = 260;

export default PAGES.flatMap((page, at) => tasklistPage({ ...page, priority: FIRST - 2 * at }));
