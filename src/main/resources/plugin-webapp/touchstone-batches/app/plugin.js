// The data manager's page in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-batches',
  module: '/workbench/1/batches/page.js',
  text: 'Batches',
  priority: 250,
  access: 'batches/access',
  right: 'mayManage',
  places: ['/batches', '/batches/:id', '/supply', '/items/:id', '/quality/:id'],
});
