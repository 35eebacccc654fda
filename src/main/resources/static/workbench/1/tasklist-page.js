// A page of ours in Tasklist, as Tasklist's plugins name it: an entry of the bar and its routes.

/**
 * What a plugin exports for a page. The page itself is loaded when it is opened.
 *
 * @param {object} page
 * @param {string} page.element the custom element that the page defines; also names the plugin's parts
 * @param {string} page.module address of the module that defines it
 * @param {string} page.text the entry of the bar
 * @param {number} page.priority of the entry: higher stands further left
 * @param {string} page.access the call that says whom the page has something for
 * @param {string} page.right the field of its answer that says so
 * @param {string[]} page.places the routes; the entry leads to the first
 */
export function tasklistPage({ element, module, text, priority, access, right, places }) {
  const open = async (node) => {
    await import(module);
    const page = document.createElement(element);
    page.className = 'touchstone-page';
    node.append(page);
  };
  return [
    {
      id: element,
      pluginPoint: 'tasklist.navbar.action',
      priority,
      render: (node) => void entry(node, { text, place: places[0], access, right }),
    },
    ...places.map((path) => ({
      id: `${element} ${path}`,
      pluginPoint: 'tasklist.route',
      properties: { path },
      render: (node) => void open(node),
    })),
  ];
}

/** Shows the entry to those whom the page has something for. */
async function entry(node, { text, place, access, right }) {
  if (!(await may(access, right))) return;
  const link = document.createElement('a');
  link.href = `#${place}`;
  link.textContent = text;
  node.append(link);
}

const may = (access, right) =>
  fetch(`/camunda/api/touchstone/v1/${access}`, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : {}))
    .then((answer) => answer[right] === true)
    .catch(() => false);
