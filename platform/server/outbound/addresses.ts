import ipaddr from 'ipaddr.js';

/**
 * May the server speak to this address when only public ones are meant? Everything that is not ordinary public
 * unicast is refused: loopback, private, link-local (where clouds keep their metadata), carrier-grade NAT,
 * multicast, reserved, and IPv6 forms that hide such an IPv4 address.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  // ::ffff:127.0.0.1 is 127.0.0.1.
  return ipaddr.process(text).range() === 'unicast';
};
