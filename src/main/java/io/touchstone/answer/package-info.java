/** What people say about items: one family, each kind of answer a sub-package of its own. */
package io.touchstone.answer;
