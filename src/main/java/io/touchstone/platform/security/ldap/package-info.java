/** People of an organisation's LDAP directory or Active Directory, mirrored and asked. */
package io.touchstone.platform.security.ldap;
