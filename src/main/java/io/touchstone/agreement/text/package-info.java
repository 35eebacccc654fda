/** How far free texts of several people agree. */
package io.touchstone.agreement.text;
