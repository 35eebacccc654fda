// Read by Camunda's page before it loads its plugins.

// A script that comes slowly is waited for. Camunda gives up after seven seconds, and the page stays
// at its spinner.
window.require.config({ waitSeconds: 0 });

export default {};
