/** What a process or a table may have the engine run: what the product names, and nothing else. */
package io.touchstone.platform.engine.code;
