// Read by Camunda's page before it loads its plugins.

// A script that comes slowly is waited for. Camunda gives up after seven seconds, and the page stays
// at its spinner.
window.require.config({ waitSeconds: 0 });

// The keys of Tasklist as Camunda sets them; without them it has none.
export default {
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};
