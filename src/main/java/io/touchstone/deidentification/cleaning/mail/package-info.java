/** Mail written anew without its way through the network, its addresses and refused attachments. */
package io.touchstone.deidentification.cleaning.mail;
