/**
 * Sent at the socket's upgrade and with every command. A browser with another number is asked to reload.
 * 1: the first.
 * 2: accounts; a person is signed in, a guest let in.
 * 3: a postmortem has several meetings, and the newest one takes the place of the one before.
 */
export const PROTOCOL_VERSION = 3
