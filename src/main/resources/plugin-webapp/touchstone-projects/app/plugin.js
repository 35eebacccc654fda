// The page of projects in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-projects',
  module: '/workbench/1/projects/page.js',
  text: 'Projects',
  priority: 260,
  access: 'project-drafts/access',
  right: 'mayOpen',
  places: ['/projects', '/projects/:id', '/guidelines/:id'],
});
