/**
 * Sent at the socket's upgrade and with every command. A browser with another number is asked to reload.
 * 1: the first.
 * 2: accounts; a person is signed in, a guest let in.
 */
export const PROTOCOL_VERSION = 2
