// The privacy officer's page in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-manifests',
  module: '/workbench/1/manifests/page.js',
  text: 'Manifests',
  priority: 240,
  access: 'manifests/access',
  right: 'mayErase',
  places: ['/manifests', '/manifests/:id'],
});
