// The page on which de-identification is tried, in Tasklist.

import { tasklistPage } from '/workbench/1/tasklist-page.js';

export default tasklistPage({
  element: 'touchstone-redaction',
  module: '/workbench/1/redaction/page.js',
  text: 'De-identification',
  priority: 240,
  access: 'redaction/access',
  right: 'mayTry',
  places: ['/deidentification'],
});
