/**
 * Sent at the socket's upgrade and with every command. A browser with another number is asked to reload.
 * 1: the first.
 */
export const PROTOCOL_VERSION = 1
