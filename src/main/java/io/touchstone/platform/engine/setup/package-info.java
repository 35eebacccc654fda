/** How the engine is set up, and what its first start leaves behind. */
package io.touchstone.platform.engine.setup;
