// The page of people in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-people',
  module: '/workbench/1/people/page.js',
  text: 'People',
  priority: 240,
  access: 'people-access',
  right: 'mayManage',
  places: ['/people', '/people/:id'],
});
