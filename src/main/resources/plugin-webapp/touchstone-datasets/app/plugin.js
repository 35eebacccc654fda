// The page of datasets in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-datasets',
  module: '/workbench/1/datasets/page.js',
  text: 'Datasets',
  priority: 255,
  access: 'datasets/access',
  right: 'mayOpen',
  places: ['/datasets', '/datasets/:id'],
});
