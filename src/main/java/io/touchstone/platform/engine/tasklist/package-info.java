/** Our pages inside Tasklist, as the webapp's plug-in interface asks for them. */
package io.touchstone.platform.engine.tasklist;
