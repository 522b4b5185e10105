/** Names and addresses that lead nowhere but to this machine, as they stand in a URL or out of it. Nobody listens in there. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
